// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.socketio.AckTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The answers that the server owes to one socket. Guarded by the manager's lock. */
final class PendingAcks {
  private final Threads threads;

  /** By number; null before the first. */
  private @Nullable Map<Long, Entry> pending;

  private record Entry(PendingAck ack, Scheduler.@Nullable Cancellable timer) {
    void stop() {
      if (timer != null) {
        timer.cancel();
      }
    }
  }

  PendingAcks(Threads threads) {
    this.threads = threads;
  }

  int size() {
    return pending == null ? 0 : pending.size();
  }

  /**
   * Registers one.
   *
   * @param timeout how long it is waited for; null for any time
   * @param onTimeout called before the failure is told
   */
  void add(long id, PendingAck ack, @Nullable Duration timeout, Runnable onTimeout) {
    if (pending == null) {
      pending = new HashMap<>();
    }
    Scheduler.Cancellable timer =
        timeout == null
            ? null
            : threads.schedule(() -> onTimeout(id, ack, onTimeout), timeout.toNanos());
    pending.put(id, new Entry(ack, timer));
  }

  private void onTimeout(long id, PendingAck ack, Runnable onTimeout) {
    Entry entry = pending == null ? null : pending.get(id);
    if (entry != null && entry.ack() == ack) {
      remove(id);
      onTimeout.run();
      ack.onFailure(new AckTimeoutException(List.of()));
    }
  }

  /** Takes one out; null if there is none of this number. */
  @Nullable PendingAck remove(long id) {
    Entry entry = pending == null ? null : pending.remove(id);
    if (entry == null) {
      return null;
    }
    entry.stop();
    return entry.ack();
  }

  /** Gives up those whose numbers are not to be kept. */
  void fail(RuntimeException why, LongPredicate keep) {
    if (pending == null) {
      return;
    }
    for (long id : pending.keySet().stream().mapToLong(Long::longValue).sorted().toArray()) {
      if (!keep.test(id)) {
        PendingAck ack = remove(id);
        if (ack != null) {
          ack.onFailure(why);
        }
      }
    }
  }
}
