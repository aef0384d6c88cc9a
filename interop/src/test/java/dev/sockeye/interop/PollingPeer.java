// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks HTTP long-polling in wire strings, within one session. */
final class PollingPeer {
  private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  // Each comes on a connection of its own, and a server deals its connections out to its threads in
  // turn: more than any test server has threads.
  private static final int CONNECTIONS_THAT_REACH_EVERY_THREAD = 16;

  /** What Engine.IO 4 puts between two packets. */
  private static final String SEPARATOR = "\u001e";

  private final Endpoint endpoint;
  private final String query;
  private final HttpAnswer handshake;
  private final String sid;

  private PollingPeer(Endpoint endpoint, String query) {
    this.endpoint = endpoint;
    this.query = "?" + query + "&transport=polling";
    this.handshake = endpoint.get(this.query);
    Matcher matcher = SID.matcher(handshake.text());
    if (!matcher.find()) {
      throw new AssertionError("no handshake: " + handshake);
    }
    this.sid = matcher.group(1);
  }

  /** Opens a session; the query is what comes before {@code transport}, such as {@code EIO=4}. */
  static PollingPeer open(Endpoint endpoint, String query) {
    return new PollingPeer(endpoint, query);
  }

  String sid() {
    return sid;
  }

  HttpAnswer handshake() {
    return handshake;
  }

  HttpAnswer poll() {
    return endpoint.get(query + "&sid=" + sid);
  }

  /** Polls, and answers a ping that comes. */
  String pollAnsweringPings() {
    String payload = poll().text();
    if (List.of(payload.split(SEPARATOR)).contains("2")) {
      post("3");
    }
    return payload;
  }

  HttpAnswer post(String payload) {
    return endpoint.send("POST", query + "&sid=" + sid, payload).answer();
  }

  /**
   * Sends a GET and returns when the server has read it.
   *
   * <p>Nothing tells a peer so. But the bytes are in the server's receive buffer once they are
   * written, and a server's thread looks at its older connections before it answers a newer one: so
   * once each thread has answered a request sent later, this one is under way.
   */
  HttpExchange beginPoll() {
    HttpExchange poll = endpoint.send("GET", query + "&sid=" + sid, "");
    for (int i = 0; i < CONNECTIONS_THAT_REACH_EVERY_THREAD; i++) {
      HttpExchange.send(endpoint.url(), "GET", "/elsewhere", "").answer();
    }
    return poll;
  }

  /** Polls until the server says that there is no such session. */
  HttpAnswer pollUntilRefused() {
    return untilRefused(this::poll);
  }

  /**
   * Sends pongs until the server says that there is no such session. A pong has no other effect
   * than to keep the session alive.
   */
  HttpAnswer postPongsUntilRefused() {
    return untilRefused(() -> post("3"));
  }

  private static HttpAnswer untilRefused(Supplier<HttpAnswer> request) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    HttpAnswer answer = request.get();
    while (answer.status() == 200 && System.nanoTime() < deadline) {
      answer = request.get();
    }
    return answer;
  }

  /** Moves this session to WebSocket. */
  WebSocketPeer upgrade() {
    WebSocketPeer webSocket = probe();
    webSocket.send("2probe");
    webSocket.expect("3probe");
    poll();
    webSocket.send("5");
    return webSocket;
  }

  /** A WebSocket that belongs to this session, before its first packet. */
  WebSocketPeer probe() {
    return WebSocketPeer.connect(endpoint, query.replace("polling", "websocket") + "&sid=" + sid);
  }
}
