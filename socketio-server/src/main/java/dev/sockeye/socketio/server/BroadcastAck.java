// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.adapter.AnswerListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The answers of the sockets of this node to one event that was sent to all of them. */
final class BroadcastAck implements PendingAck {
  private final long id;
  private final AnswerListener answers;
  private final CompletableFuture<Integer> missing = new CompletableFuture<>();

  /** Who was asked; complete before {@link #start}, and only read from then on. */
  private final List<PendingAcks> asked = new ArrayList<>();

  /** How many are waited for, and one more until {@link #start}. */
  private final AtomicInteger waiting = new AtomicInteger(1);

  /** How many owe too much to be asked; complete before {@link #start}. */
  private int unasked;

  /** How many did not answer in time. Written before they are no longer waited for. */
  private volatile int late;

  /** Ends the waiting; null if there is no limit. Written before the last decrement it races. */
  private volatile Scheduler.@Nullable Cancellable timer;

  BroadcastAck(long id, AnswerListener answers) {
    this.id = id;
    this.answers = answers;
  }

  /**
   * Waits for a socket too, which owes this among others; false if it isn't to be asked: it has
   * left, or it owes too many, and then it counts among those that did not answer.
   */
  boolean expect(PendingAcks owed) {
    waiting.incrementAndGet();
    PendingAcks.Added added = owed.add(id, this);
    if (added == PendingAcks.Added.ADDED) {
      asked.add(owed);
      return true;
    }
    waiting.decrementAndGet();
    if (added == PendingAcks.Added.FULL) {
      unasked++;
    }
    return false;
  }

  /**
   * Everybody has been asked.
   *
   * @param scheduler the thread of one of them; null if there is nobody
   */
  void start(@Nullable Scheduler scheduler, @Nullable Duration timeout) {
    if (timeout != null && scheduler != null) {
      timer = scheduler.schedule(this::expire, timeout.toNanos());
    }
    notWaitingFor(1);
  }

  /** Completes with the number of answers that did not come in time. */
  CompletableFuture<Integer> missing() {
    return missing;
  }

  @Override
  public void onAnswer(String socketId, Args answer) {
    answers.onAnswer(socketId, answer);
    notWaitingFor(1);
  }

  @Override
  public void onDisconnect(DisconnectReason reason) {
    notWaitingFor(1);
  }

  private void notWaitingFor(int sockets) {
    if (waiting.addAndGet(-sockets) == 0) {
      Scheduler.Cancellable running = timer;
      if (running != null) {
        running.cancel();
      }
      missing.complete(unasked + late);
    }
  }

  private void expire() {
    int unanswered = 0;
    for (PendingAcks owed : asked) {
      if (owed.remove(id) != null) {
        unanswered++;
      }
    }
    late = unanswered;
    notWaitingFor(unanswered);
  }
}
