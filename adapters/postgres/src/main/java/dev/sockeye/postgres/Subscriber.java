// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to all channels of a server over one connection in a thread of its own, fetches the rows
 * to which notifications refer over the same one, and so keeps the order. A lost connection is
 * opened again until {@link #close}.
 */
final class Subscriber {
  private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

  // How long a change of the channels waits at most if the wake-up is lost.
  private static final int POLL_MILLIS = 1000;
  // How often it is tried whether messages leave again.
  private static final long RING_NANOS = TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);

  private final Connections connections;
  private final Statements statements;
  private final PostgresOptions options;
  private final Backoff backoff;
  private final String alarm;
  private final Publisher publisher;
  private final Thread thread = new Thread(this::run, "sockeye-postgres-subscriber");
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /** By channel: what is to be listened to. */
  private final ConcurrentHashMap<String, ChannelListener> listeners = new ConcurrentHashMap<>();

  /** What is listened to. Used by the thread only. */
  private final Set<String> heard = new HashSet<>();

  /** Those that have been told that they are listened to. Used by the thread only. */
  private final Set<ChannelListener> told = new HashSet<>();

  /** Null while there is none. Written by the thread. */
  private volatile @Nullable Connection connection;

  private volatile boolean closed;

  /** When the database was last heard of. Used by the thread only. */
  private long lastHeard;

  /** When the alarm was last to be rung. Used by the thread only. */
  private long lastRung;

  /** Those that have been told of a loss. Used by the thread only. */
  private final Set<ChannelListener> deaf = new HashSet<>();

  /**
   * @param alarm a channel of its own: a notification there makes it look at the channels again,
   *     and shows that messages leave
   * @param publisher is told when there is a connection, before the listeners hear of it
   */
  Subscriber(
      Connections connections,
      Statements statements,
      PostgresOptions options,
      String alarm,
      Publisher publisher) {
    this.connections = connections;
    this.statements = statements;
    this.options = options;
    this.backoff = new Backoff(options.reconnectionDelay(), options.reconnectionDelayMax());
    this.alarm = alarm;
    this.publisher = publisher;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Listens to a channel from the next look on. */
  void add(String channel, ChannelListener listener) {
    if (listeners.putIfAbsent(channel, listener) != null) {
      throw new IllegalStateException("the channel " + channel + " is listened to already");
    }
  }

  /** Calls of the channel's listener end now. */
  void remove(String channel) {
    listeners.remove(channel);
  }

  /** Ends at once. */
  CompletionStage<Void> close() {
    closed = true;
    thread.interrupt();
    Connection current = connection;
    if (current != null) {
      Connections.drop(current);
    }
    return ended;
  }

  private void run() {
    while (!closed) {
      try {
        listen();
      } catch (SQLException e) {
        lose(e);
        pause();
      }
    }
    ended.complete(null);
  }

  private void listen() throws SQLException {
    Connection current = connections.open();
    connection = current;
    try {
      if (options.createTable()) {
        createTable(current);
      }
      statements.listen(current, alarm);
      heard.clear();
      publisher.retry();
      ring();
      follow(current);
      backoff.reset();
      lastHeard = System.nanoTime();
      while (!closed) {
        receive(current);
        follow(current);
      }
    } finally {
      connection = null;
      Connections.drop(current);
    }
  }

  private void createTable(Connection current) throws SQLException {
    try {
      statements.createTable(current);
    } catch (SQLException e) {
      if (Connections.isLost(current, e)) {
        throw e;
      }
      LOG.error(
          "the table {} is missing and can't be made: make it by hand, as docs/postgres.md says,"
              + " and set createTable(false). Binary and large events stay on this node",
          options.tableName(),
          e);
    }
  }

  /** Listens to the channels that are wanted, and to no others. */
  private void follow(Connection current) throws SQLException {
    for (Map.Entry<String, ChannelListener> each : listeners.entrySet()) {
      if (heard.add(each.getKey())) {
        statements.listen(current, each.getKey());
      }
      if (told.add(each.getValue())) {
        each.getValue().onListening();
      }
    }
    for (String channel : List.copyOf(heard)) {
      if (!listeners.containsKey(channel)) {
        heard.remove(channel);
        statements.unlisten(current, channel);
      }
    }
    told.retainAll(listeners.values());
  }

  private void receive(Connection current) throws SQLException {
    PGNotification[] notifications =
        current.unwrap(PGConnection.class).getNotifications(POLL_MILLIS);
    if (notifications != null && notifications.length > 0) {
      lastHeard = System.nanoTime();
      recover(notifications);
      List<Notice> notices = read(notifications);
      Map<Long, byte[]> rows = fetch(current, notices);
      notices.forEach(notice -> deliver(notice, rows));
    } else if (System.nanoTime() - lastHeard > options.databaseTimeout().toNanos()) {
      statements.ping(current);
      lastHeard = System.nanoTime();
    }
    if (!deaf.isEmpty() && System.nanoTime() - lastRung > RING_NANOS) {
      ring(); // nothing has left the last time
    }
  }

  private void ring() {
    lastRung = System.nanoTime();
    publisher.publish(new Publication.Plain(alarm, ""));
  }

  /** A notification for a listener; without a header it is the message. */
  private record Notice(
      ChannelListener listener, String payload, Optional<AttachmentHeader> header) {}

  private List<Notice> read(PGNotification[] notifications) {
    List<Notice> notices = new ArrayList<>(notifications.length);
    for (PGNotification each : notifications) {
      ChannelListener listener = listeners.get(each.getName());
      if (listener != null) {
        String payload = each.getParameter();
        Optional<AttachmentHeader> header = AttachmentHeader.parse(payload);
        if (header.isEmpty() || listener.wants(header.get())) {
          notices.add(new Notice(listener, payload, header));
        }
      }
    }
    return notices;
  }

  /** The rows to which some of the notices refer. */
  private Map<Long, byte[]> fetch(Connection current, List<Notice> notices) throws SQLException {
    Set<Long> wanted = new HashSet<>(0);
    notices.forEach(notice -> notice.header().ifPresent(header -> wanted.add(header.id())));
    if (wanted.isEmpty()) {
      return Map.of();
    }
    try {
      return statements.fetch(current, wanted, options.maxAttachmentBytes());
    } catch (SQLException e) {
      if (Connections.isLost(current, e)) {
        throw e;
      }
      LOG.error("the rows {} of {} can't be read", wanted, options.tableName(), e);
      return Map.of();
    }
  }

  private void deliver(Notice notice, Map<Long, byte[]> rows) {
    try {
      if (notice.header().isEmpty()) {
        notice.listener().onPayload(notice.payload());
        return;
      }
      byte[] row = rows.get(notice.header().get().id());
      if (row == null || row.length == 0) {
        notice.listener().onGarbage(missing(notice.header().get(), row));
      } else {
        notice.listener().onAttachment(row);
      }
    } catch (RuntimeException e) {
      LOG.error("a message was not delivered: {}", notice.payload(), e);
    }
  }

  private RuntimeException missing(AttachmentHeader header, byte @Nullable [] row) {
    return new PostgresException(
        row == null
            ? "row %d of %s is gone: it was deleted before this node came to it, see cleanupInterval"
                .formatted(header.id(), options.tableName())
            : "row %d of %s is over the limit of %d bytes, see maxAttachmentBytes"
                .formatted(header.id(), options.tableName(), options.maxAttachmentBytes()));
  }

  private void lose(SQLException why) {
    if (closed) {
      return;
    }
    for (ChannelListener listener : listeners.values()) {
      if (deaf.add(listener)) {
        listener.onLost(why);
      }
    }
  }

  /**
   * Tells those that were told of a loss that it is over, if the alarm is heard: all channels are
   * listened to by now, and the connection that publishes has sent it, so that one is back, too.
   */
  private void recover(PGNotification[] notifications) {
    if (deaf.isEmpty() || Arrays.stream(notifications).noneMatch(this::isAlarm)) {
      return;
    }
    List<ChannelListener> restored = List.copyOf(deaf);
    deaf.clear();
    restored.forEach(ChannelListener::onRestored);
  }

  private boolean isAlarm(PGNotification notification) {
    return notification.getName().equals(alarm);
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(backoff.nextMillis());
    } catch (InterruptedException e) {
      // it was closed
    }
  }
}
