// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Dispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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

  @Test
  void whatIsPostedWaitsUntilTheCallerIsDone() {
    List<Runnable> ioThread = new ArrayList<>();
    Lane lane = new Lane(new Desk(ioThread), Dispatch.ioThread(), 1_000);
    List<String> order = new ArrayList<>();
    lane.post(() -> order.add("posted"));
    order.add("caller");
    ioThread.remove(0).run();
    assertThat(order).containsExactly("caller", "posted");
  }

  @Test
  void aFloodStopsTheReadingUntilHalfOfItIsDone() {
    List<Runnable> executor = new ArrayList<>();
    Desk desk = new Desk(new ArrayList<>());
    Lane lane = new Lane(desk, Dispatch.on(executor::add), 2 * Lane.weight(0));
    for (int i = 0; i < 3; i++) {
      lane.receive(event());
    }
    assertThat(desk.isReadable).isFalse();
    executor.remove(0).run();
    desk.tasks.forEach(Runnable::run);
    assertThat(desk.isReadable).isTrue();
  }

  private static Lane.Task event() {
    return new Lane.Task(Lane.weight(0)) {
      @Override
      public void run() {}
    };
  }

  private static Lane lane(Dispatch dispatch) {
    return new Lane(new Desk(new ArrayList<>()), dispatch, 1_000);
  }

  /** A connection whose thread is the test's. */
  private static final class Desk implements Lane.Home {
    private final List<Runnable> tasks;
    private boolean isReadable = true;

    Desk(List<Runnable> tasks) {
      this.tasks = tasks;
    }

    @Override
    public boolean inThread() {
      return true;
    }

    @Override
    public void execute(Runnable task) {
      tasks.add(task);
    }

    @Override
    public void setReadable(boolean readable) {
      isReadable = readable;
    }

    @Override
    public void onFailure(Throwable failure) {}
  }
}
