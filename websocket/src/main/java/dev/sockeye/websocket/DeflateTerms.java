// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

/**
 * What was agreed with the peer about compression (RFC 7692, section 7.1).
 *
 * @param threshold the size in bytes from which on a message is compressed
 * @param level the effort of the compressor
 * @param sendTakeover whether this side's messages may refer to those before
 * @param receiveTakeover whether the peer's messages may refer to those before
 * @param sendWindowBits the base-2 logarithm of how far back a message may refer, if the peer has
 *     set it; 0 otherwise, which is as much as 15
 */
public record DeflateTerms(
    int threshold, int level, boolean sendTakeover, boolean receiveTakeover, int sendWindowBits) {
  /** The name of the extension. */
  public static final String EXTENSION = "permessage-deflate";

  /** A parameter: the server's messages refer to none before. */
  public static final String SERVER_NO_TAKEOVER = "server_no_context_takeover";

  /** A parameter: the client's messages refer to none before. */
  public static final String CLIENT_NO_TAKEOVER = "client_no_context_takeover";

  /** A parameter: how far back a message of the server may refer. */
  public static final String SERVER_WINDOW = "server_max_window_bits";

  /** A parameter: how far back a message of the client may refer. */
  public static final String CLIENT_WINDOW = "client_max_window_bits";

  /** The smallest window. */
  public static final int MIN_WINDOW_BITS = 8;

  /** The largest window. */
  public static final int MAX_WINDOW_BITS = 15;

  /** Whether the peer has room for all that a compressor may refer to. */
  public boolean hasWholeWindow() {
    return sendWindowBits == 0 || sendWindowBits == MAX_WINDOW_BITS;
  }
}
