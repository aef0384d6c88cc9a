// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.spi.Scheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualSchedulerTest {
  private final ManualScheduler scheduler = new ManualScheduler();
  private final List<String> log = new ArrayList<>();

  private Scheduler.Cancellable schedule(String name, long millis) {
    return scheduler.schedule(() -> log.add(name), ofMillis(millis).toNanos());
  }

  @Test
  void nothingRunsUnasked() {
    scheduler.execute(() -> log.add("task"));
    assertThat(log).isEmpty();
    assertThat(scheduler.pendingTasks()).isEqualTo(1);
  }

  @Test
  void tasksRunInTheirOrderWithThoseTheySubmit() {
    scheduler.execute(() -> scheduler.execute(() -> log.add("third")));
    scheduler.execute(() -> log.add("second"));
    assertThat(scheduler.runPending()).isEqualTo(3);
    assertThat(log).containsExactly("second", "third");
  }

  @Test
  void timersRunInTheOrderOfTheirTimes() {
    schedule("b", 20);
    schedule("a", 10);
    schedule("b2", 20);
    schedule("later", 21);
    scheduler.advance(ofMillis(20));
    assertThat(log).containsExactly("a", "b", "b2");
    assertThat(scheduler.pendingTimers()).isEqualTo(1);
  }

  @Test
  void aTimerSeesItsOwnTime() {
    scheduler.schedule(() -> log.add("at " + scheduler.nanoTime()), 5);
    scheduler.advance(ofMillis(1));
    assertThat(log).containsExactly("at 5");
    assertThat(scheduler.nanoTime()).isEqualTo(1_000_000);
  }

  @Test
  void whatATimerSubmitsRunsBeforeTheNextTimer() {
    scheduler.schedule(() -> scheduler.execute(() -> log.add("task")), 1);
    schedule("timer", 1);
    scheduler.advance(ofMillis(1));
    assertThat(log).containsExactly("task", "timer");
  }

  @Test
  void aCancelledTimerDoesNotRun() {
    schedule("never", 1).cancel();
    scheduler.advance(ofMillis(2));
    assertThat(log).isEmpty();
    assertThat(scheduler.pendingTimers()).isZero();
  }

  @Test
  void onlyTasksAreInTheThread() {
    assertThat(scheduler.inThread()).isFalse();
    scheduler.call(() -> assertThat(scheduler.inThread()).isTrue());
    assertThat(scheduler.inThread()).isFalse();
  }
}
