// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.RecyclerPool;

/**
 * Keeps a few of Jackson's buffers for reuse, in a table by thread. Jackson's own queue costs each
 * message an allocation, and all threads meet at its ends; its thread locals would give every
 * virtual thread, of which there may be very many, buffers of its own.
 */
enum BufferTable implements RecyclerPool<BufferRecycler> {
  SHARED;

  private static final AtomicReferenceArray<@Nullable BufferRecycler> KEPT =
      new AtomicReferenceArray<>(
          Integer.highestOneBit(Runtime.getRuntime().availableProcessors()) * 4);

  @Override
  public BufferRecycler acquirePooled() {
    BufferRecycler kept = KEPT.getAndSet(slot(), null);
    return kept == null ? new BufferRecycler() : kept;
  }

  @Override
  public void releasePooled(BufferRecycler recycler) {
    KEPT.lazySet(slot(), recycler);
  }

  private static int slot() {
    long mixed = Thread.currentThread().getId() * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (KEPT.length() - 1);
  }
}
