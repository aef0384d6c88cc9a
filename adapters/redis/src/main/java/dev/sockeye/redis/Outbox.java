// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import io.lettuce.core.RedisFuture;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a server publishes, in its order: sent at once while there is a connection, kept while there
 * is none, up to a number of bytes.
 *
 * <p>Nothing is sent twice. What was on its way when the connection was lost may have arrived or
 * not: it fails, and Lettuce doesn't repeat it.
 */
final class Outbox {
  private final long maxBytes;
  private final long timeoutNanos;

  /** Guarded by this. */
  private final ArrayDeque<Publication<?>> waiting = new ArrayDeque<>();

  /** In the order in which they were sent. Guarded by this. */
  private final ArrayDeque<Publication<?>> sent = new ArrayDeque<>();

  /** Of those that wait and those that were sent. Guarded by this. */
  private long bytes;

  /** Null while there is no connection. Guarded by this. */
  private @Nullable RedisConnections open;

  /** Whether a thread is sending what waits. Guarded by this. */
  private boolean isDraining;

  Outbox(LinkOptions options) {
    this.maxBytes = options.maxQueuedBytes();
    this.timeoutNanos = options.commandTimeout().toNanos();
  }

  /**
   * Sends a command that publishes, now or later.
   *
   * @param size the bytes that it takes
   * @return the answer; fails with {@link RedisLostException}
   */
  <T> CompletionStage<T> send(int size, Function<RedisConnections, RedisFuture<T>> command) {
    return send(size, true, command);
  }

  /** The same, but for what can't wait until there is a connection. */
  <T> CompletionStage<T> sendNow(int size, Function<RedisConnections, RedisFuture<T>> command) {
    return send(size, false, command);
  }

  private <T> CompletionStage<T> send(
      int size, boolean mayWait, Function<RedisConnections, RedisFuture<T>> command) {
    Publication<T> publication = new Publication<>(size, command);
    synchronized (this) {
      if (!mayWait && open == null) {
        return CompletableFuture.failedFuture(
            new RedisLostException(
                "Redis can't be reached: other nodes don't get a message", null));
      }
      if (bytes > 0 && bytes + size > maxBytes) {
        return CompletableFuture.failedFuture(
            new RedisLostException(
                "%,d bytes wait for Redis already: a message for other nodes is dropped (maxQueuedBytes is %,d)"
                    .formatted(bytes, maxBytes),
                null));
      }
      bytes += size;
      waiting.add(publication);
    }
    drain();
    return publication.answer;
  }

  private void drain() {
    while (true) {
      Publication<?> next;
      RedisConnections to;
      synchronized (this) {
        if (isDraining || open == null || waiting.isEmpty()) {
          return;
        }
        isDraining = true;
        to = open;
        next = waiting.remove();
        sent.add(next);
      }
      next.start(to);
      synchronized (this) {
        isDraining = false;
      }
    }
  }

  private synchronized void remove(Publication<?> publication) {
    if (sent.removeFirstOccurrence(publication)) {
      bytes -= publication.size;
    }
  }

  /** Whether there is a connection. */
  synchronized boolean isOpen() {
    return open != null;
  }

  /** There is a connection: sends what has waited for it. */
  void open(RedisConnections connections) {
    synchronized (this) {
      open = connections;
    }
    drain();
  }

  /** The connection is lost: what was on its way fails, what waits stays. */
  void lose() {
    List<Publication<?>> lost;
    synchronized (this) {
      open = null;
      lost = List.copyOf(sent);
    }
    lost.forEach(Publication::cancel);
  }

  /** Nothing will be sent any more: all fails. */
  void close() {
    lose();
    List<Publication<?>> rest;
    synchronized (this) {
      rest = List.copyOf(waiting);
      waiting.clear();
      rest.forEach(each -> bytes -= each.size);
    }
    rest.forEach(Publication::cancel);
  }

  /** Gives up what Redis hasn't answered in time. */
  void expire() {
    List<Publication<?>> late;
    long now = System.nanoTime();
    synchronized (this) {
      late = sent.stream().filter(each -> now - each.sentAt > timeoutNanos).toList();
    }
    late.forEach(Publication::cancel);
  }

  private final class Publication<T> {
    final int size;
    final CompletableFuture<T> answer = new CompletableFuture<>();

    private final Function<RedisConnections, RedisFuture<T>> command;

    /** Written before it can be cancelled for being late. */
    volatile long sentAt = System.nanoTime();

    /** Null until it is sent. */
    private volatile @Nullable RedisFuture<T> running;

    Publication(int size, Function<RedisConnections, RedisFuture<T>> command) {
      this.size = size;
      this.command = command;
    }

    void start(RedisConnections connections) {
      sentAt = System.nanoTime();
      NotNow notNow = new NotNow();
      try {
        RedisFuture<T> started = command.apply(connections);
        running = started;
        started.whenCompleteAsync(this::end, notNow);
        notNow.end();
      } catch (RuntimeException e) {
        notNow.execute(() -> end(null, e));
      }
    }

    /**
     * Lettuce neither sends nor repeats a command that is cancelled; a stage behind it won't do.
     */
    void cancel() {
      RedisFuture<T> started = running;
      if (started == null) {
        end(null, new RedisLostException("the connection to Redis is closed", null));
      } else {
        started.cancel(false);
      }
    }

    private void end(@Nullable T value, @Nullable Throwable error) {
      remove(this);
      if (error == null) {
        answer.complete(value);
      } else {
        answer.completeExceptionally(
            error instanceof RedisLostException
                ? error
                : new RedisLostException("Redis didn't take a message for other nodes", error));
      }
    }
  }
}
