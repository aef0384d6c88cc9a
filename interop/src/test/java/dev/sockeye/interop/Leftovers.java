// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test that leaves a thread of a client's network behind once its clients are closed, and a
 * test class that lost a buffer of Netty's.
 */
final class Leftovers implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final long PATIENCE_MILLIS = 20_000;

  private final Queue<String> lost = new ConcurrentLinkedQueue<>();

  /** The threads of clients' networks that run now. */
  static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("sockeye-client"))
        .collect(Collectors.toSet());
  }

  @Override
  public void beforeAll(ExtensionContext context) throws InterruptedException {
    collectLost(); // what others have lost is not the fault of this class
    ByteBufUtil.setLeakListener((type, records) -> lost.add(type + records));
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    assertEnd(threads());
  }

  /** Waits for the end of threads, which are ending. */
  static void assertEnd(Set<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join(PATIENCE_MILLIS);
      assertThat(thread.isAlive()).as("%s runs on", thread).isFalse();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    collectLost();
    ByteBufUtil.setLeakListener(null);
    assertThat(lost).as("buffers that nobody released").isEmpty();
  }

  private static void collectLost() throws InterruptedException {
    ReferenceQueue<Object> collected = new ReferenceQueue<>();
    WeakReference<Object> canary = new WeakReference<>(new Object(), collected);
    do {
      System.gc();
    } while (collected.remove(100) == null && canary.get() != null);
    // Netty looks at what the collector has found when it is asked to watch another buffer.
    ByteBufAllocator.DEFAULT.directBuffer(1).release();
  }
}
