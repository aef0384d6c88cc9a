// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes in the order of the calls, over one connection in a thread of its own; what has piled
 * up meanwhile goes in one transaction. While there is no connection, publishing fails at once.
 */
final class Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final int MAX_BATCH = 256;

  // After so long a silence a connection is looked at before it is trusted with a message.
  private static final long TRUST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final Waiting END = new Waiting(new Publication.Plain("", ""), new Unheard());

  private final Connections connections;
  private final Statements statements;
  private final Executor refusals;
  private final Backoff backoff;
  private final long maxPendingBytes;
  private final Thread thread = new Thread(this::run, "sockeye-postgres-publisher");
  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Semaphore wakeUps = new Semaphore(0);
  private final AtomicLong pendingBytes = new AtomicLong();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /** Why publishing fails; null while it doesn't. Written while this is locked. */
  private volatile @Nullable SQLException lost;

  /** How often the database was there again. Guarded by this. */
  private long returns;

  /** Whether nothing more is taken. Written while this is locked. */
  private volatile boolean closed;

  /** Null while there is none. Used by the thread only. */
  private @Nullable Connection connection;

  /** When the connection was last heard of. Used by the thread only. */
  private long lastHeard;

  private record Waiting(Publication publication, PublishCallback callback) {}

  /**
   * @param refusals runs the callbacks of what is not taken
   */
  Publisher(
      Connections connections, Statements statements, PostgresOptions options, Executor refusals) {
    this.connections = connections;
    this.refusals = refusals;
    this.statements = statements;
    this.backoff = new Backoff(options.reconnectionDelay(), options.reconnectionDelayMax());
    this.maxPendingBytes = options.maxPendingBytes();
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Publishes a message; never blocks. The callback hears when the database has it. */
  synchronized void publish(Publication publication, PublishCallback callback) {
    SQLException why = lost;
    int bytes = publication.bytes();
    if (closed) {
      callback.onFailure(new PostgresException("closed")); // the executor may have ended, too
    } else if (why != null) {
      refuse(callback, new PostgresException("there is no connection to PostgreSQL", why));
    } else if (pendingBytes.get() + bytes > maxPendingBytes) {
      String message = "more than %d bytes wait for PostgreSQL: see maxPendingBytes";
      refuse(callback, new PostgresException(message.formatted(maxPendingBytes)));
    } else {
      pendingBytes.addAndGet(bytes);
      queue.add(new Waiting(publication, callback));
    }
  }

  private void refuse(PublishCallback callback, PostgresException why) {
    refusals.execute(() -> callback.onFailure(why));
  }

  /** Publishes what needs no callback. */
  void publish(Publication publication) {
    publish(publication, new Unheard());
  }

  /** Publishes what waits, then ends. */
  CompletionStage<Void> close() {
    synchronized (this) {
      if (!closed) {
        closed = true;
        queue.add(END);
        wakeUps.release();
      }
    }
    return ended;
  }

  private void run() {
    try {
      connect();
      for (Waiting first = queue.take(); !first.equals(END); first = queue.take()) {
        publishAll(batch(first));
        connect();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody has a reason to: end
    } finally {
      drop();
      ended.complete(null);
    }
  }

  /** The first one and what may go with it. */
  private List<Waiting> batch(Waiting first) {
    List<Waiting> batch = new ArrayList<>();
    batch.add(first);
    Set<Publication> distinct = new HashSet<>(batch.size());
    distinct.add(first.publication());
    for (Waiting next = queue.peek();
        isPlain(first) && next != null && isPlain(next) && batch.size() < MAX_BATCH;
        next = queue.peek()) {
      if (!distinct.add(next.publication())) {
        break; // PostgreSQL delivers equal notifications of one transaction once
      }
      batch.add(queue.remove());
    }
    return batch;
  }

  private static boolean isPlain(Waiting waiting) {
    return !waiting.equals(END) && waiting.publication() instanceof Publication.Plain;
  }

  private void publishAll(List<Waiting> batch) {
    long before = returns();
    try {
      send(trusted(), batch);
      lastHeard = System.nanoTime();
      batch.forEach(this::succeed);
    } catch (SQLException e) {
      Connection current = connection;
      if (current == null || Connections.isLost(current, e)) {
        drop();
        lose(e, before);
      }
      batch.forEach(waiting -> fail(waiting, e));
    }
  }

  private void send(Connection current, List<Waiting> batch) throws SQLException {
    if (batch.get(0).publication() instanceof Publication.Attached attached) {
      statements.attach(current, attached);
      return;
    }
    List<Publication.Plain> messages = new ArrayList<>(batch.size());
    for (Waiting waiting : batch) {
      messages.add((Publication.Plain) waiting.publication());
    }
    statements.notify(current, messages);
  }

  /** A connection that has just shown to be alive; a fresh one if need be. */
  private Connection trusted() throws SQLException {
    Connection current = connection;
    if (current != null && System.nanoTime() - lastHeard > TRUST_NANOS) {
      try {
        statements.ping(current);
      } catch (SQLException e) {
        drop();
        if (e.getCause() instanceof SocketTimeoutException) {
          throw e; // to wait once more would take as long
        }
        current = null;
      }
    }
    if (current == null) {
      current = connections.open();
      connection = current;
    }
    return current;
  }

  /** Opens a connection, however long that takes. */
  private void connect() throws InterruptedException {
    while (connection == null && !closed) {
      long before = returns();
      try {
        connection = connections.open();
        lastHeard = System.nanoTime();
        backoff.reset();
        retry();
      } catch (SQLException e) {
        lose(e, before);
        pause(backoff.nextMillis());
      }
    }
  }

  private void pause(long millis) throws InterruptedException {
    wakeUps.drainPermits();
    if (lost != null && !closed) {
      boolean unused = wakeUps.tryAcquire(millis, TimeUnit.MILLISECONDS);
    }
  }

  /** The database is there again: what is published waits for the next attempt, which is now. */
  synchronized void retry() {
    lost = null;
    returns++;
    wakeUps.release();
  }

  private synchronized long returns() {
    return returns;
  }

  /**
   * From now on publishing fails, and what waits has failed: unless the database has returned since
   * what failed was begun.
   *
   * @param before how often it had returned by then
   */
  private void lose(SQLException why, long before) {
    List<Waiting> waiting = new ArrayList<>();
    synchronized (this) {
      if (returns != before) {
        return;
      }
      lost = why;
      queue.drainTo(waiting);
      if (closed) {
        queue.add(END);
      }
    }
    waiting.remove(END);
    waiting.forEach(each -> fail(each, why));
  }

  private void drop() {
    Connection current = connection;
    connection = null;
    if (current != null) {
      Connections.drop(current);
    }
  }

  private void succeed(Waiting waiting) {
    pendingBytes.addAndGet(-waiting.publication().bytes());
    tell(() -> waiting.callback().onPublished(Optional.empty()));
  }

  private void fail(Waiting waiting, SQLException why) {
    pendingBytes.addAndGet(-waiting.publication().bytes());
    tell(
        () ->
            waiting
                .callback()
                .onFailure(
                    new PostgresException("PostgreSQL didn't take it: " + why.getMessage(), why)));
  }

  private static void tell(Runnable callback) {
    try {
      callback.run();
    } catch (RuntimeException e) {
      LOG.error("what follows a message failed", e);
    }
  }

  /** For what nobody waits for. */
  private static final class Unheard implements PublishCallback {
    @Override
    public void onPublished(Optional<String> offset) {}

    @Override
    public void onFailure(Throwable why) {}
  }
}
