// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LaneTest {
  private static final int PRODUCERS = 4;
  private static final int TASKS = 5_000;

  @Test
  void tasksOfManyThreadsRunOneAtATimeAndEachThreadsInOrder() throws Exception {
    Lane lane = lane(Dispatch.blocking());
    CountDownLatch done = new CountDownLatch(PRODUCERS * TASKS);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger faults = new AtomicInteger();
    int[] last = new int[PRODUCERS];
    for (int p = 0; p < PRODUCERS; p++) {
      int producer = p;
      new Thread(
              () -> {
                for (int i = 1; i <= TASKS; i++) {
                  int number = i;
                  lane.execute(
                      () -> {
                        if (running.getAndIncrement() != 0 || last[producer] != number - 1) {
                          faults.incrementAndGet();
                        }
                        last[producer] = number;
                        running.decrementAndGet();
                        done.countDown();
                      });
                }
              })
          .start();
    }
    done.await();
    assertThat(faults).hasValue(0);
  }

  @Test
  void whatATaskAddsRunsAfterIt() {
    Lane lane = lane(Dispatch.on(Runnable::run));
    List<String> order = new ArrayList<>();
    lane.execute(
        () -> {
          lane.execute(() -> order.add("added"));
          order.add("first");
        });
    assertThat(order).containsExactly("first", "added");
  }

  @Test
  void aTaskThatFailsDoesNotStopTheLane() {
    Lane lane = lane(Dispatch.on(Runnable::run));
    List<String> order = new ArrayList<>();
    lane.execute(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    lane.execute(() -> order.add("next"));
    assertThat(order).containsExactly("next");
  }

  @Test
  void aLaneThatNeverEndsGivesOthersATurn() {
    List<Runnable> executor = new ArrayList<>();
    Lane lane = lane(Dispatch.on(executor::add));
    executor.clear();
    AtomicInteger runs = new AtomicInteger();
    lane.execute(
        new Runnable() {
          @Override
          public void run() {
            if (runs.incrementAndGet() < 1_000) {
              lane.execute(this);
            }
          }
        });
    executor.remove(0).run();
    assertThat(runs.get()).isLessThan(1_000);
    assertThat(executor).hasSize(1);
  }

  private static Lane lane(Dispatch dispatch) {
    TestServer server = new TestServer();
    AtomicReference<Socket> socket = new AtomicReference<>();
    server.io.onConnection(socket::set);
    server.connect();
    return new Lane(socket.get().conn(), dispatch, 1_000);
  }
}
