// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the order of what this node sends in one namespace: messages leave one by one, and what is
 * to happen on this node happens in the same order, each when the backend has the message. If that
 * fails or takes too long, it happens all the same.
 */
final class Publications {
  private final Bus bus;
  private final ClusterOptions options;
  private final ClusterHealth health;

  /** Held while a message leaves. */
  private final Object exit = new Object();

  /** Held by the thread that does what is due. Never waited for with another lock held. */
  private final ReentrantLock turn = new ReentrantLock();

  /** What has been sent and not been done here, the oldest first. Guarded by itself. */
  private final ArrayDeque<Publication> sent = new ArrayDeque<>();

  /** Whether somebody will look whether the oldest one is stuck. Guarded by {@link #sent}. */
  private boolean isWatched;

  Publications(Bus bus, ClusterOptions options, ClusterHealth health) {
    this.bus = bus;
    this.options = options;
    this.health = health;
  }

  /** A message on its way, and what is to happen here. */
  private final class Publication implements PublishCallback {
    final Consumer<Optional<String>> then;
    final long since = options.timer().nanoTime();
    final CompletableFuture<Void> done = new CompletableFuture<>();

    /** Whether it may happen here now. Guarded by {@link Publications#sent}. */
    boolean isDue;

    /** What the backend has answered. Guarded by {@link Publications#sent}. */
    Optional<String> offset = Optional.empty();

    Publication(Consumer<Optional<String>> then) {
      this.then = then;
    }

    @Override
    public void onPublished(Optional<String> given) {
      settle(given);
      inTurn(() -> {});
    }

    @Override
    public void onFailure(Throwable why) {
      health.onPublishFailure(why);
      onPublished(Optional.empty());
    }

    /** The first word counts. */
    void settle(Optional<String> given) {
      synchronized (sent) {
        if (!isDue) {
          isDue = true;
          offset = given;
        }
      }
    }

    void run() {
      try {
        then.accept(offset);
        done.complete(null);
      } catch (RuntimeException e) {
        done.completeExceptionally(e);
      }
    }
  }

  /**
   * Sends a message to the other nodes, and then does something here.
   *
   * @param then gets the offset, if the backend has the message and gives one; never called twice
   *     at a time
   * @return complete when it has been done here; fails with what that throws
   * @throws IllegalArgumentException if the message can't be encoded; then nothing happens
   */
  CompletionStage<Void> publish(Envelope envelope, Consumer<Optional<String>> then) {
    Publication publication = new Publication(then);
    synchronized (exit) {
      add(publication);
      try {
        bus.publish(envelope, publication);
      } catch (IllegalArgumentException e) {
        synchronized (sent) {
          sent.remove(publication);
        }
        throw e;
      }
    }
    watchLater(options.publishTimeout().toNanos());
    return publication.done;
  }

  /**
   * Sends a message to the other nodes; nothing here waits for it but who is told.
   *
   * @throws IllegalArgumentException if the message can't be encoded; then nothing happens
   */
  CompletionStage<Void> send(Envelope envelope) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    PublishCallback callback =
        new PublishCallback() {
          @Override
          public void onPublished(Optional<String> offset) {
            sent.complete(null);
          }

          @Override
          public void onFailure(Throwable why) {
            health.onPublishFailure(why);
            sent.completeExceptionally(why);
          }
        };
    synchronized (exit) {
      bus.publish(envelope, callback);
    }
    return sent;
  }

  /** Does something here, after what has been sent before. */
  CompletionStage<Void> afterwards(Runnable task) {
    Publication publication = new Publication(offset -> task.run());
    publication.settle(Optional.empty());
    add(publication);
    inTurn(() -> {});
    return publication.done;
  }

  private void add(Publication publication) {
    synchronized (sent) {
      sent.add(publication);
    }
  }

  /** Does something between two of the things that are due, and all that are due. */
  void inTurn(Runnable task) {
    if (turn.isHeldByCurrentThread()) {
      task.run(); // what is due meanwhile follows when that turn ends
      return;
    }
    turn.lock();
    try {
      drain();
      task.run();
      drain();
    } finally {
      turn.unlock();
    }
  }

  private void drain() {
    for (Publication due = nextDue(); due != null; due = nextDue()) {
      due.run();
    }
  }

  private @Nullable Publication nextDue() {
    synchronized (sent) {
      Publication oldest = sent.peek();
      return oldest == null || !oldest.isDue ? null : sent.poll();
    }
  }

  // --- what takes too long

  private void watchLater(long nanos) {
    synchronized (sent) {
      if (isWatched || sent.isEmpty()) {
        return;
      }
      isWatched = true;
    }
    options.timer().schedule(this::watch, Duration.ofNanos(nanos));
  }

  /** Lets what has waited too long for the backend happen now. */
  private void watch() {
    long now = options.timer().nanoTime();
    long limit = options.publishTimeout().toNanos();
    long next = limit;
    synchronized (sent) {
      isWatched = false;
      for (Publication publication : sent) {
        long left = limit - (now - publication.since);
        if (left > 0) {
          next = left;
          break;
        }
        publication.settle(Optional.empty());
      }
    }
    inTurn(() -> {});
    watchLater(next);
  }
}
