// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import io.netty.buffer.ByteBuf;

/**
 * What many connections send: a part of some memory that needs no release. Immutable, and for any
 * thread.
 *
 * @param memory the memory, whose own indices belong to the thread that puts more into it
 * @param start the index of the first byte
 * @param end the index after the last one
 */
record SharedBytes(ByteBuf memory, int start, int end) {
  int length() {
    return end - start;
  }

  /** Whether these begin in the same memory where others end. */
  @SuppressWarnings("ReferenceEquality") // the same memory, whatever it holds
  boolean follow(SharedBytes others, int othersEnd) {
    return memory == others.memory && start == othersEnd;
  }

  /** A buffer to be written, from the first of these bytes to an index. */
  ByteBuf bufferTo(int index) {
    return memory.duplicate().setIndex(start, index);
  }

  /** Appends a copy, from the first of these bytes to an index. */
  void copyTo(int index, ByteBuf out) {
    out.writeBytes(memory, start, index - start);
  }
}
