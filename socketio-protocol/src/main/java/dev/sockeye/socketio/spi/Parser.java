// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.spi;

import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.Packet;
import org.jspecify.annotations.Nullable;

/**
 * Turns packets into messages and back; both sides of a connection must use the same one. Safe for
 * use from any thread.
 *
 * <p>Implements "Custom parser" of the Socket.IO documentation.
 */
public interface Parser {
  /**
   * The messages that carry a packet.
   *
   * @throws IllegalArgumentException if an argument can't be encoded; it names the argument
   */
  EncodedPacket encode(Packet packet);

  /** A decoder for one connection. */
  Decoder newDecoder();

  /** Puts packets together from the messages of one connection. Used by one thread at a time. */
  interface Decoder {
    /**
     * Takes a text message.
     *
     * @param array holds the text as valid UTF-8; not changed afterwards, and may be kept
     * @return the packet that it completes; null if attachments are missing yet
     * @throws dev.sockeye.socketio.ParseException if it is no packet, or a text came where an
     *     attachment was due
     */
    @Nullable DecodedPacket addText(byte[] array, int offset, int length);

    /**
     * Takes a binary message.
     *
     * @param array holds the bytes; not changed afterwards, and may be kept
     * @return the packet that it completes; null if more attachments are missing
     * @throws dev.sockeye.socketio.ParseException if no attachment was due
     */
    @Nullable DecodedPacket addBinary(byte[] array, int offset, int length);
  }
}
