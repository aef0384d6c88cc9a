// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** A message that a server must send, byte for byte. */
class Expected {
  private final ByteBuf bytes;

  Expected(byte[] bytes) {
    this.bytes = Unpooled.wrappedBuffer(bytes.clone());
  }

  Expected(String text) {
    this(text.getBytes(StandardCharsets.UTF_8));
  }

  boolean matches(ByteBuf actual, int offset, int length) {
    return length == bytes.readableBytes() && ByteBufUtil.equals(bytes, 0, actual, offset, length);
  }

  /** Says what came instead. */
  String mismatch(ByteBuf actual, int offset, int length) {
    return "wrong answer: expected «"
        + FrameReader.text(bytes, 0, bytes.readableBytes())
        + "» but "
        + length
        + " bytes came: «"
        + FrameReader.text(actual, offset, length)
        + "»";
  }
}
