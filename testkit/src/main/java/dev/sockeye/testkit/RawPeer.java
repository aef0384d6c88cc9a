// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.Headers;
import java.util.ArrayList;
import java.util.List;

/**
 * A client that speaks wire strings, as one types them: it knows no protocol but the parameters of
 * the URL and where the handshake has the session's id.
 *
 * <p>After each act the host runs what is pending, so that a test reads as a conversation.
 */
public final class RawPeer {
  private final LocalHost host;
  private final ManualScheduler scheduler;
  private final Headers headers = Headers.create();
  private int version = 4;
  private String extraQuery = "";
  private String sid = "";

  RawPeer(LocalHost host, ManualScheduler scheduler) {
    this.host = host;
    this.scheduler = scheduler;
  }

  // --- who it is

  /** Speaks revision 3 of the protocol. */
  public RawPeer eio3() {
    version = 3;
    return this;
  }

  /** Adds to the query of each request: {@code &b64=1}. */
  public RawPeer query(String extra) {
    extraQuery = extra;
    return this;
  }

  /** Sends a header with each request. */
  public RawPeer header(String name, String value) {
    headers.add(name, value);
    return this;
  }

  /** Takes part in an existing session. */
  public RawPeer sid(String sid) {
    this.sid = sid;
    return this;
  }

  /** The id of the session; empty before there is one. */
  public String sid() {
    return sid;
  }

  // --- sessions

  /** Opens a session over polling. */
  public RawPeer open() {
    sid = sidIn(get().body());
    return this;
  }

  /** Opens a session over WebSocket, and reads its handshake. */
  public PeerSocket openWebSocket() {
    PeerSocket socket = webSocket();
    sid = sidIn(socket.received().get(0));
    return socket;
  }

  private static String sidIn(String handshake) {
    String key = "\"sid\":\"";
    int start = handshake.indexOf(key);
    if (start < 0) {
      throw new IllegalStateException("not a handshake: " + handshake);
    }
    start += key.length();
    return handshake.substring(start, handshake.indexOf('"', start));
  }

  // --- requests

  /** Sends a poll of the session; a handshake while there is none. */
  public LocalExchange get() {
    return request("GET", urlQuery("polling"));
  }

  /** Sends a GET with a query of the test's. */
  public LocalExchange get(String query) {
    return request("GET", query);
  }

  /** Posts a text to the session. */
  public LocalExchange post(String payload) {
    return post(payload.getBytes(UTF_8));
  }

  /** Posts bytes to the session, in one chunk or in several. */
  public LocalExchange post(byte[]... chunks) {
    LocalExchange exchange = beginPost();
    for (byte[] chunk : chunks) {
      exchange.sendChunk(chunk);
    }
    exchange.endBody();
    host.runPending();
    return exchange;
  }

  /** Begins a POST to the session, whose body is to follow. */
  public LocalExchange beginPost() {
    LocalExchange exchange = host.submit(local("POST", urlQuery("polling")), scheduler);
    host.runPending();
    return exchange;
  }

  /** Sends a request without a body, with a method and a query of the test's. */
  public LocalExchange request(String method, String query) {
    LocalExchange exchange = host.submit(local(method, query), scheduler);
    exchange.endBody();
    host.runPending();
    return exchange;
  }

  /** Asks for a WebSocket, which takes part in the session or, while there is none, begins one. */
  public PeerSocket webSocket() {
    return new PeerSocket(host, upgrade(urlQuery("websocket")).webSocket());
  }

  /** Asks for a WebSocket that takes part in a session. */
  public PeerSocket webSocket(String sid) {
    return sid(sid).webSocket();
  }

  /** Asks for a WebSocket with a query of the test's. */
  public LocalUpgrade upgrade(String query) {
    LocalUpgrade exchange = host.submitUpgrade(local("GET", query), scheduler);
    host.runPending();
    return exchange;
  }

  /** The query that this peer would send. */
  public String urlQuery(String transport) {
    List<String> parts = new ArrayList<>(List.of("EIO=" + version, "transport=" + transport));
    if (!sid.isEmpty()) {
      parts.add("sid=" + sid);
    }
    return String.join("&", parts) + extraQuery;
  }

  private LocalRequest local(String method, String query) {
    return new LocalRequest(method, host.path(), query, headers.copy());
  }
}
