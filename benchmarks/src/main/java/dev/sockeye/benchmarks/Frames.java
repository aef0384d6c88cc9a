// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds WebSocket frames (RFC 6455 §5.2) ahead of time, so that a run only copies bytes. */
final class Frames {
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;

  /** The bit that permessage-deflate sets (RFC 7692 §6). */
  static final int COMPRESSED = 0x40;

  /** Any key but zero, which a server may take a short cut for. */
  private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

  private Frames() {}

  /** A client's frame, masked. */
  static byte[] masked(int opcode, byte[] payload) {
    var frame = header(opcode, payload.length, 0x80);
    frame.writeBytes(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.write(payload[i] ^ MASK[i & 3]);
    }
    return frame.toByteArray();
  }

  /** A client's text frame, masked. */
  static byte[] masked(String text) {
    return masked(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A server's frame. */
  static byte[] unmasked(int opcode, byte[] payload) {
    var frame = header(opcode, payload.length, 0);
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  /** A server's text frame. */
  static byte[] unmasked(String text) {
    return unmasked(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] concat(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static ByteArrayOutputStream header(int opcode, int length, int maskBit) {
    var frame = new ByteArrayOutputStream(length + 8);
    frame.write(0x80 | opcode);
    if (length < 126) {
      frame.write(maskBit | length);
    } else if (length <= 0xffff) {
      frame.write(maskBit | 126);
      frame.write(length >> 8);
      frame.write(length);
    } else {
      throw new IllegalArgumentException(
          "a payload of " + length + " bytes: the benchmarks send at most 65535");
    }
    return frame;
  }
}
