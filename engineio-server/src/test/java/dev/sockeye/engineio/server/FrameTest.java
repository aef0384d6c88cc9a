// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameTest {
  private final Frame frame = new Frame('4', RawData.text("hi"), true, true);

  @Test
  void aCompressedFormIsMadeOnceHoweverManyThreadsAsk() {
    AtomicInteger made = new AtomicInteger();
    int threads = 8;
    CountDownLatch all = new CountDownLatch(threads);
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      List<Integer> forms =
          IntStream.range(0, threads)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            all.countDown();
                            all.await();
                            return frame.<Integer>compressedForm(each -> made.incrementAndGet());
                          }))
              .toList()
              .stream()
              .map(task -> task.join())
              .toList();
      assertThat(forms).containsOnly(1).hasSize(threads);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void thePlainAndTheCompressedFormAreTwo() {
    assertThat((String) frame.hostForm(each -> "plain")).isEqualTo("plain");
    assertThat((String) frame.compressedForm(each -> "compressed")).isEqualTo("compressed");
    assertThat((String) frame.hostForm(each -> "again")).isEqualTo("plain");
  }
}
