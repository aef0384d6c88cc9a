// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A message that a server must send compressed, for itself (RFC 7692, without context takeover).
 * What has been inflated and found right once needs only to be compared the next time.
 */
final class ExpectedDeflated extends Expected {
  /** What a sender leaves out of each message (RFC 7692 §7.2.2). */
  private static final byte[] TAIL = {0, 0, -1, -1};

  private final byte[] text;

  /** The last payload that was right. Confined to the event loop. */
  private Expected compressed = new Expected(new byte[0]);

  ExpectedDeflated(String text) {
    super(text);
    this.text = text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  boolean matches(ByteBuf actual, int offset, int length) {
    if (compressed.matches(actual, offset, length)) {
      return true;
    }
    byte[] payload = ByteBufUtil.getBytes(actual, offset, length);
    boolean right = length < text.length && Arrays.equals(text, inflate(payload));
    if (right) {
      compressed = new Expected(payload);
    }
    return right;
  }

  /** What a payload is inflated; nothing if it is none, or has more bytes than it should. */
  private byte[] inflate(byte[] payload) {
    byte[] inflated = new byte[text.length + 1];
    var inflater = new Inflater(true);
    try {
      inflater.setInput(Frames.concat(payload, TAIL));
      return Arrays.copyOf(inflated, inflater.inflate(inflated));
    } catch (DataFormatException e) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }
}
