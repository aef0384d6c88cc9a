// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A client of a node of a cluster, in wire strings over a WebSocket. */
final class Visitor {
  private final WebSocketPeer peer;
  private final String confirmation;

  private Visitor(WebSocketPeer peer, String auth) {
    this.peer = peer;
    peer.send("40" + auth);
    confirmation = text();
    assertThat(confirmation).startsWith("40{");
  }

  private static WebSocketPeer open(ClusterNode node) {
    return WebSocketPeer.open(node.endpoint(), "EIO=4");
  }

  /** Comes into the main namespace. */
  static Visitor of(ClusterNode node) {
    return new Visitor(open(node), "");
  }

  /** Comes back after the loss of a connection, having missed nothing or being new. */
  static Visitor back(ClusterNode node, String pid, String offset) {
    return new Visitor(open(node), session(pid, offset));
  }

  /** Comes back after the loss of a connection: what it has missed, then the confirmation. */
  static List<String> missed(ClusterNode node, String pid, String offset) {
    WebSocketPeer peer = open(node);
    peer.send("40" + session(pid, offset));
    List<String> all = new ArrayList<>();
    do {
      all.add(peer.receiveText());
    } while (!all.get(all.size() - 1).startsWith("40"));
    return all;
  }

  private static String session(String pid, String offset) {
    return "{\"pid\":\"%s\",\"offset\":\"%s\"}".formatted(pid, offset);
  }

  String sid() {
    return field("sid");
  }

  String pid() {
    return field("pid");
  }

  private String field(String name) {
    String start = "\"" + name + "\":\"";
    int from = confirmation.indexOf(start) + start.length();
    return confirmation.substring(from, confirmation.indexOf('"', from));
  }

  /** The next message, as it is on the wire; heartbeats are answered and passed by. */
  String text() {
    while (true) {
      Object next = peer.receive();
      if (!next.equals("2")) {
        return (String) next;
      }
      peer.send("3");
    }
  }

  void expect(String message) {
    assertThat(text()).isEqualTo(message);
  }

  byte[] bytes() {
    return (byte[]) peer.receive();
  }

  /** Takes an event that wants an answer, and answers it. */
  void answer(String event, String answer) {
    String message = text();
    assertThat(message).matches("42\\d+" + Pattern.quote(event));
    String id = message.substring(2, message.indexOf('['));
    peer.send("43" + id + answer);
  }

  void send(String message) {
    peer.send(message);
  }

  void sendBytes(byte[] bytes) {
    peer.send(bytes);
  }

  /** Passes everything by until the connection is closed. */
  void awaitClose() {
    peer.awaitClose();
  }

  /** Loses the connection, as far as the server can tell. */
  void lose() {
    peer.abort();
  }

  void leave() {
    peer.close();
  }
}
