// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

/**
 * What was agreed with a client about compression (RFC 7692, section 7.1).
 *
 * @param threshold the size in bytes from which on a message is compressed
 * @param level the effort of the compressor
 * @param serverTakeover whether this side's messages may refer to those before
 * @param clientTakeover whether the client's messages may refer to those before
 * @param serverWindowBits the base-2 logarithm of how far back a message may refer, if the client
 *     has set it; 0 otherwise, which is as much as 15
 */
record DeflateTerms(
    int threshold,
    int level,
    boolean serverTakeover,
    boolean clientTakeover,
    int serverWindowBits) {
  static final String EXTENSION = "permessage-deflate";
  static final String SERVER_NO_TAKEOVER = "server_no_context_takeover";
  static final String CLIENT_NO_TAKEOVER = "client_no_context_takeover";
  static final String SERVER_WINDOW = "server_max_window_bits";
  static final String CLIENT_WINDOW = "client_max_window_bits";

  static final int MIN_WINDOW_BITS = 8;
  static final int MAX_WINDOW_BITS = 15;

  /** Whether the client has room for all that a compressor may refer to. */
  boolean hasWholeWindow() {
    return serverWindowBits == 0 || serverWindowBits == MAX_WINDOW_BITS;
  }

  /** The value of the response's {@code Sec-WebSocket-Extensions}. */
  String response() {
    return EXTENSION
        + (serverTakeover ? "" : "; " + SERVER_NO_TAKEOVER)
        + (clientTakeover ? "" : "; " + CLIENT_NO_TAKEOVER)
        + (serverWindowBits == 0 ? "" : "; " + SERVER_WINDOW + "=" + serverWindowBits);
  }
}
