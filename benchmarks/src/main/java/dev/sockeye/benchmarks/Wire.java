// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.nio.charset.StandardCharsets;

/**
 * The bytes of the scenarios, Engine.IO 4 and Socket.IO 5. Ack ids have two digits always, so that
 * they stand at a fixed place: the load generator reuses an id once it has been answered.
 */
final class Wire {
  static final int FIRST_ACK = 10;

  /** Where the digits of the ack id stand in {@code 4310[…]}. */
  static final int ACK_OFFSET = 2;

  /** Where the digits of the ack id stand in {@code 461-10[…]}. */
  static final int BINARY_ACK_OFFSET = 4;

  static final int BLOB_SIZE = 1024;

  private static final String PLACEHOLDER = "{\"_placeholder\":true,\"num\":0}";

  private Wire() {}

  static String event(int ack, String event, String argument) {
    return "42" + ack + "[\"" + event + "\"," + argument + "]";
  }

  static String event(String event, String argument) {
    return "42[\"" + event + "\"," + argument + "]";
  }

  static String ack(int ack, String argument) {
    return "43" + ack + "[" + argument + "]";
  }

  static String blobEvent(int ack) {
    return "451-" + ack + "[\"blob\"," + PLACEHOLDER + "]";
  }

  static String blobAck(int ack) {
    return "461-" + ack + "[" + PLACEHOLDER + "]";
  }

  /** The attachment of the binary scenario: every byte value occurs in it. */
  static byte[] blob() {
    byte[] blob = new byte[BLOB_SIZE];
    for (int i = 0; i < blob.length; i++) {
      blob[i] = (byte) (i * 7 + 1);
    }
    return blob;
  }

  /**
   * A WebSocket handshake (RFC 6455 §4.1), of an Engine.IO session of its own or, with a session
   * id, as an upgrade.
   */
  static byte[] webSocketRequest(int port, String sid) {
    return ascii(
        "GET /socket.io/?EIO=4&transport=websocket"
            + session(sid)
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
            + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
  }

  /**
   * A WebSocket handshake that offers to compress, each message for itself: then every receiver of
   * a broadcast gets the same bytes, and they can be compared.
   */
  static byte[] deflatingRequest(int port) {
    String request = new String(webSocketRequest(port, ""), StandardCharsets.US_ASCII);
    return ascii(
        request.replace(
            "Upgrade: websocket",
            "Upgrade: websocket\r\nSec-WebSocket-Extensions: permessage-deflate;"
                + " server_no_context_takeover; client_no_context_takeover"));
  }

  static byte[] pollRequest(int port, String sid) {
    return ascii(
        "GET /socket.io/?EIO=4&transport=polling"
            + session(sid)
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\n\r\n");
  }

  static byte[] postRequest(int port, String sid, String payload) {
    return ascii(
        "POST /socket.io/?EIO=4&transport=polling"
            + session(sid)
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: "
            + payload.length()
            + "\r\n\r\n"
            + payload);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String session(String sid) {
    return sid.isEmpty() ? "" : "&sid=" + sid;
  }
}
