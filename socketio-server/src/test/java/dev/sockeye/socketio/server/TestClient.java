// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.testkit.PeerSocket;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that speaks wire strings, and knows how to join a namespace. */
final class TestClient {
  private static final Pattern CONNECTED =
      Pattern.compile("40(/[^,]*,)?\\{\"sid\":\"([A-Za-z0-9_-]{20})\"}");

  final PeerSocket wire;

  /** The socket's id in the namespace that was joined last. */
  String id = "";

  TestClient(PeerSocket wire) {
    this.wire = wire;
  }

  /** Joins a namespace and reads the confirmation. */
  TestClient join(String namespace) {
    send("40" + (namespace.equals("/") ? "" : namespace + ","));
    List<String> received = received();
    assertThat(received).as("the answer to CONNECT").isNotEmpty();
    Matcher connected = CONNECTED.matcher(received.get(0));
    assertThat(connected.matches()).as(received.get(0)).isTrue();
    id = connected.group(2);
    return this;
  }

  TestClient send(String... texts) {
    wire.send(texts);
    return this;
  }

  TestClient sendBinary(int... bytes) {
    byte[] blob = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      blob[i] = (byte) bytes[i];
    }
    wire.sendBinary(blob);
    return this;
  }

  /** The messages since the last call. */
  List<String> received() {
    return wire.received();
  }

  boolean isClosed() {
    return wire.isClosed();
  }
}
