// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

/**
 * How WebSocket messages are compressed where the client offers it: permessage-deflate (RFC 7692),
 * the server option {@code perMessageDeflate}. Browsers always offer it, Node.js clients on demand.
 *
 * <pre>{@code
 * SocketIoServer.builder().perMessageDeflate(PerMessageDeflate.defaults().threshold(512))
 * }</pre>
 *
 * <p>Compression trades processor time for bandwidth. A message that goes to many clients is
 * compressed once. What is compressed must not mix a secret with what an attacker may choose, for
 * its length gives the secret away, encrypted or not: send such a message with {@code
 * compress(false)}.
 *
 * <p><b>Memory.</b> Without context takeover, the default, a connection keeps nothing: each event
 * loop has one compressor (about 270 KB) and one decompressor (about 45 KB). With it a connection
 * remembers the messages before, so that small similar messages shrink further, and pays from its
 * first compressed message on until it is closed, outside of the heap:
 *
 * <ul>
 *   <li>{@link #serverContextTakeover} about 270 KB per connection,
 *   <li>{@link #clientContextTakeover} about 45 KB per connection.
 * </ul>
 *
 * <p>A received message counts with its inflated size against {@code maxPayload}: inflating stops
 * there, and the connection is closed with the code 1009.
 *
 * @param threshold the size in bytes from which on a message is compressed
 * @param level the effort, from 1 (fast) to 9 (small)
 * @param serverContextTakeover whether the server's messages may refer to those before
 * @param clientContextTakeover whether the client's messages may refer to those before
 */
public record PerMessageDeflate(
    int threshold, int level, boolean serverContextTakeover, boolean clientContextTakeover) {
  private static final PerMessageDeflate DEFAULTS = new PerMessageDeflate(1024, 1, false, false);

  /** Checks the settings. */
  public PerMessageDeflate {
    if (threshold < 0) {
      throw new IllegalArgumentException("threshold must not be negative, as " + threshold);
    }
    if (level < 1 || level > 9) {
      throw new IllegalArgumentException("level must be from 1 to 9, not " + level);
    }
  }

  /** From 1024 bytes on, with the least effort and without context takeover. */
  public static PerMessageDeflate defaults() {
    return DEFAULTS;
  }

  /**
   * Leaves messages of less than so many bytes as they are. Default 1024.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public PerMessageDeflate threshold(int bytes) {
    return new PerMessageDeflate(bytes, level, serverContextTakeover, clientContextTakeover);
  }

  /**
   * How much time to spend for few bytes, from 1 to 9. Default 1: messages are compressed on event
   * loops, which take some 10 ms for a megabyte at this level and three times that at 6.
   *
   * @throws IllegalArgumentException if it isn't from 1 to 9
   */
  public PerMessageDeflate level(int level) {
    return new PerMessageDeflate(threshold, level, serverContextTakeover, clientContextTakeover);
  }

  /**
   * Whether what one client is sent is compressed in the light of what it was sent before. Default
   * false. A message to many clients is compressed for itself even so, and makes what came before
   * it be forgotten.
   */
  public PerMessageDeflate serverContextTakeover(boolean takeover) {
    return new PerMessageDeflate(threshold, level, takeover, clientContextTakeover);
  }

  /** Whether clients may compress in the light of what they sent before. Default false. */
  public PerMessageDeflate clientContextTakeover(boolean takeover) {
    return new PerMessageDeflate(threshold, level, serverContextTakeover, takeover);
  }
}
