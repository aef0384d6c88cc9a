// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import dev.sockeye.engineio.spi.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Compresses the messages to one peer as agreed. For its event loop. */
final class MessageDeflater {
  private final DeflateTerms terms;

  /** Null until the first message, and always if messages don't refer to those before. */
  private @Nullable Deflater own;

  MessageDeflater(DeflateTerms terms) {
    this.terms = terms;
  }

  /** Whether a message is to be compressed. */
  boolean isFor(Frame frame) {
    return frame.compress() && frame.length() >= terms.threshold() && frame.length() > 0;
  }

  /**
   * Compresses one message.
   *
   * @return the compressed payload, to be released; null if it would be no smaller
   */
  @Nullable ByteBuf deflate(Frame frame, ByteBufAllocator allocator) {
    if (terms.sendTakeover()) {
      if (own == null) {
        own = Deflation.create(terms.level());
      }
      return Deflation.after(own, frame, allocator);
    }
    int window = terms.hasWholeWindow() ? DeflateTerms.MAX_WINDOW_BITS : terms.sendWindowBits();
    return Deflation.alone(frame, terms.level(), window, allocator);
  }

  /** Whether this peer understands what is compressed once for all. */
  boolean canShare() {
    return terms.hasWholeWindow();
  }

  /**
   * Makes the next message refer to nothing before: to the peer the shared message between them is
   * part of that, to this compressor it is not.
   */
  void forget() {
    if (own != null) {
      own.reset();
    }
  }

  /** The effort that was asked for. */
  int level() {
    return terms.level();
  }

  /** Lets the memory go; to be called once, at the end. */
  void release() {
    if (own != null) {
      own.end();
    }
  }
}
