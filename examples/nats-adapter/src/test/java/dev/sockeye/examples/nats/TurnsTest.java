// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.nats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calls from several threads. */
class TurnsTest {
  private final Turns turns = new Turns();

  @Test
  void aCallThatComesDuringAnotherFollowsIt() {
    List<String> log = new ArrayList<>();
    turns.take(
        () -> {
          turns.take(() -> log.add("second"));
          log.add("first");
        });
    assertThat(log).containsExactly("first", "second");
  }

  @Test
  void callsOfSeveralThreadsNeverOverlapAndNoneIsLost() {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Integer> log = new ArrayList<>(); // good for one thread at a time only
    CompletableFuture<?>[] senders =
        IntStream.range(0, 4)
            .mapToObj(
                sender ->
                    CompletableFuture.runAsync(
                        () -> IntStream.range(0, 5_000).forEach(i -> turns.take(() -> log.add(i))),
                        threads))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(senders).join();
    CompletableFuture<Integer> size = new CompletableFuture<>();
    turns.take(() -> size.complete(log.size()));
    assertThat(size.join()).isEqualTo(20_000);
    threads.shutdown();
  }
}
