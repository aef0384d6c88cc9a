// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.Args;
import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Sends events at least once and in their order: one at a time, each until it is answered, at most
 * {@code retries} times more than once. A late answer counts, since all tries have one number.
 * Guarded by the manager's lock.
 *
 * <p>Implements "retries" of the Socket.IO documentation.
 */
final class RetryQueue {
  private final Outbox outbox;
  private final int retries;
  private final OfflinePolicy limits;
  private final ArrayDeque<Entry> queue = new ArrayDeque<>();
  private long bytes;

  /** Whether {@link #drain} is running. */
  private boolean isDraining;

  RetryQueue(Outbox outbox, int retries, OfflinePolicy limits) {
    this.outbox = outbox;
    this.retries = retries;
    this.limits = limits;
  }

  /** An event that is sent until it is answered. */
  private final class Entry implements PendingAck {
    private final OutgoingEvent event;
    private final PendingAck ack;
    private final @Nullable Duration timeout;
    private int tries;
    private boolean isInFlight;

    Entry(OutgoingEvent event, PendingAck ack, @Nullable Duration timeout) {
      this.event = event;
      this.ack = ack;
      this.timeout = timeout;
    }

    @Override
    public void onAnswer(Args answer) {
      done(this);
      ack.onAnswer(answer);
      drain();
    }

    @Override
    public void onFailure(RuntimeException why) {
      isInFlight = false;
      if (tries > retries) {
        done(this);
        ack.onFailure(why);
      }
      drain();
    }
  }

  /**
   * Adds an event.
   *
   * @throws NotSentException if too many wait
   */
  void add(OutgoingEvent event, PendingAck ack, @Nullable Duration timeout) {
    if (!queue.isEmpty()
        && (queue.size() >= limits.maxEvents() || bytes + event.bytes() > limits.maxBytes())) {
      throw new NotSentException(
          "\""
              + event.name()
              + "\" was not sent: "
              + queue.size()
              + " events wait for their answers, and the option offline allows no more");
    }
    queue.add(new Entry(event, ack, timeout));
    bytes += event.bytes();
    drain();
  }

  private void done(Entry entry) {
    if (queue.remove(entry)) {
      bytes -= entry.event.bytes();
    }
  }

  /** Sends the first event, if it can be sent and isn't on its way. */
  void drain() {
    if (isDraining) {
      return; // it failed at once, and whoever sent it goes on
    }
    isDraining = true;
    for (Entry first = queue.peek();
        first != null && !first.isInFlight && outbox.canSend();
        first = queue.peek()) {
      first.isInFlight = true;
      first.tries++;
      outbox.ask(first.event, first, first.timeout);
    }
    isDraining = false;
  }

  /** Gives up all of them. */
  void close(RuntimeException why) {
    while (!queue.isEmpty()) {
      queue.remove().ack.onFailure(why);
    }
    bytes = 0;
  }
}
