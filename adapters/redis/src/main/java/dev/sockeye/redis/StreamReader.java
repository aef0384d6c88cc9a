// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a stream, over a connection of its own, from where it ends when the reading begins; what
 * comes while the connection is lost is read when it is back.
 */
final class StreamReader {
  private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);

  private final Redis redis;
  private final LinkOptions link;
  private final String stream;
  private final int readCount;
  private final Duration blockTime;
  private final Taker taker;
  private final CompletableFuture<Void> started = new CompletableFuture<>();

  /** What was read and not taken yet. Guarded by this. */
  private final ArrayDeque<StreamEntry> entries = new ArrayDeque<>();

  /** Whether a thread hands entries over. Guarded by this. */
  private boolean isDraining;

  /** Whether there was a call to drain while another thread did. Guarded by this. */
  private boolean isWoken;

  /** Whether an answer is waited for, or the time for the next attempt. Guarded by this. */
  private boolean isReading;

  /** Null while there is no connection. Guarded by this. */
  private Redis.@Nullable Reader connection;

  /** Null until the end of the stream is known. Guarded by this. */
  private @Nullable StreamOffset read;

  /** The last entry that was taken. Written while this is held. */
  private volatile StreamOffset taken = StreamOffset.START;

  private volatile boolean isClosed;

  StreamReader(
      Redis redis,
      LinkOptions link,
      String stream,
      int readCount,
      Duration blockTime,
      Taker taker) {
    this.redis = redis;
    this.link = link;
    this.stream = stream;
    this.readCount = readCount;
    this.blockTime = blockTime;
    this.taker = taker;
  }

  /** Gets entries, in their order, one at a time. */
  interface Taker {
    /** Takes an entry; or says that it must wait, and {@link #drain} is called when it need not. */
    boolean take(StreamReader from, StreamEntry entry);
  }

  String stream() {
    return stream;
  }

  /** The last entry that was taken, before that the end of the stream at the beginning. */
  StreamOffset offset() {
    return taken;
  }

  /** Begins; complete when nothing that is added from now on is missed. */
  CompletionStage<Void> start() {
    synchronized (this) {
      isReading = true;
    }
    RedisLink.onThread(this::connect);
    return started.minimalCompletionStage();
  }

  void close() {
    isClosed = true;
    Redis.Reader open;
    synchronized (this) {
      open = connection;
      connection = null;
    }
    if (open != null) {
      open.close();
    }
  }

  // --- the connection

  private void connect() {
    if (isClosed) {
      return;
    }
    Redis.Reader opened;
    try {
      opened = redis.connectReader();
    } catch (RuntimeException e) {
      retry(e);
      return;
    }
    synchronized (this) {
      connection = opened;
    }
    if (isClosed) {
      close();
      return;
    }
    end(opened)
        .whenComplete(
            (end, error) -> {
              if (error != null) {
                retry(error);
              } else {
                resume(end);
                read();
              }
            });
  }

  /** The id of the last entry. */
  private CompletionStage<StreamOffset> end(Redis.Reader opened) {
    return opened
        .commands()
        .xrevrange(stream, Range.unbounded(), Limit.from(1))
        .toCompletableFuture()
        .thenApply(
            last -> last.isEmpty() ? StreamOffset.START : StreamOffset.parse(last.get(0).getId()))
        .orTimeout(link.commandTimeout().toNanos(), TimeUnit.NANOSECONDS);
  }

  private void resume(StreamOffset end) {
    synchronized (this) {
      StreamOffset before = read;
      if (before == null) {
        taken = end;
      } else if (end.compareTo(before) < 0) {
        LOG.warn("the stream {} ends at {} and has ended at {} before", stream, end, before);
      }
      // A stream that was deleted may begin again with smaller ids, if a clock was set back.
      read = before == null || end.compareTo(before) < 0 ? end : before;
    }
    started.complete(null);
  }

  private void retry(Throwable why) {
    if (isClosed) {
      return;
    }
    LOG.debug("the stream {} can't be read", stream, why);
    Redis.Reader failed;
    synchronized (this) {
      failed = connection;
      connection = null;
    }
    if (failed != null) {
      failed.close();
    }
    CompletableFuture.delayedExecutor(
            link.retryDelay().toNanos(), TimeUnit.NANOSECONDS, RedisLink::onThread)
        .execute(this::connect);
  }

  // --- reading

  @SuppressWarnings("unchecked") // an array of offsets that all have the type of the key
  private void read() {
    Redis.Reader open;
    StreamOffset after;
    synchronized (this) {
      open = connection;
      after = read;
    }
    if (open == null || after == null) {
      return; // closed
    }
    CompletionStage<List<StreamMessage<String, byte[]>>> answer =
        open.commands()
            .xread(
                new XReadArgs().block(blockTime).count(readCount),
                XReadArgs.StreamOffset.from(stream, after.toString()))
            .toCompletableFuture()
            .orTimeout(blockTime.plus(link.commandTimeout()).toNanos(), TimeUnit.NANOSECONDS);
    answer.whenComplete(this::onRead);
  }

  private void onRead(
      @Nullable List<StreamMessage<String, byte[]>> messages, @Nullable Throwable error) {
    if (error != null || messages == null) {
      retry(error == null ? new IllegalStateException("no answer") : error);
      return;
    }
    synchronized (this) {
      for (StreamMessage<String, byte[]> message : messages) {
        StreamEntry entry = StreamEntry.of(message);
        entries.add(entry);
        read = entry.id();
      }
      isReading = false;
    }
    drain();
  }

  /** Hands over what can be taken, and reads on after the last of it. */
  void drain() {
    while (true) {
      StreamEntry next = begin();
      if (next == null) {
        return;
      }
      boolean isTaken = taker.take(this, next);
      synchronized (this) {
        isDraining = false;
        if (isTaken) {
          taken = next.id();
          entries.remove();
        } else if (!isWoken) {
          return;
        }
      }
    }
  }

  /** The entry that comes next; null if there is none or it is another thread's. */
  private @Nullable StreamEntry begin() {
    synchronized (this) {
      if (isDraining || isReading || isClosed) {
        isWoken = true;
        return null;
      }
      StreamEntry next = entries.peek();
      isDraining = next != null;
      isReading = next == null;
      isWoken = false;
      if (next != null) {
        return next;
      }
    }
    read();
    return null;
  }
}
