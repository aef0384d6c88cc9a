// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

/** A client of a node of a cluster, in wire strings over a WebSocket. */
final class Visitor {
  private final WebSocketPeer peer;
  private final String confirmation;

  private Visitor(Endpoint endpoint, String auth) {
    peer = WebSocketPeer.open(endpoint, "EIO=4");
    peer.send("40" + auth);
    confirmation = text();
    assertThat(confirmation).startsWith("40{");
  }

  /** Comes into the main namespace. */
  static Visitor of(ClusterNode node) {
    return new Visitor(node.endpoint(), "");
  }

  /** Comes back after the loss of a connection. */
  static Visitor back(ClusterNode node, String pid, String offset) {
    return new Visitor(
        node.endpoint(), "{\"pid\":\"%s\",\"offset\":\"%s\"}".formatted(pid, offset));
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
    assertThat(message).matches("42\\d+" + java.util.regex.Pattern.quote(event));
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
