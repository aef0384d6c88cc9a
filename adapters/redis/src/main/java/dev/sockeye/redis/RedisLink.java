// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one pair of connections that all namespaces of a server share: opened for the first of them,
 * closed after the last. One pair, since the nodes count each other by counting subscribed
 * connections.
 *
 * <p>A connection that is lost Lettuce brings back; one that is there and says nothing, or whose
 * subscriptions Redis has forgotten, is found by a check from time to time and replaced. Nothing
 * here blocks the caller: connecting has a thread of its own.
 */
final class RedisLink implements ConnectionPair.Owner {
  private final Redis redis;
  private final LinkOptions options;
  private final Outbox outbox;
  private final Map<Topic, TopicListener> topics = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<Member> members = new CopyOnWriteArrayList<>();

  /** Null while there are none. Guarded by this. */
  private @Nullable ConnectionPair pair;

  /** Complete while messages come; replaced when they don't any more. Guarded by this. */
  private CompletableFuture<Void> up = new CompletableFuture<>();

  /** Whether the members have been told that the connection is lost. Guarded by this. */
  private boolean isLost;

  /** How often a connection was lost. Guarded by this. */
  private long losses;

  /** Whether the next check has its time. Guarded by this. */
  private boolean isTicking;

  RedisLink(Redis redis, LinkOptions options) {
    this.redis = redis;
    this.options = options;
    this.outbox = new Outbox(options);
  }

  /** A namespace that uses the connections. */
  interface Member {
    /** What it subscribes to, from the beginning to the end. */
    Map<Topic, TopicListener> topics();

    /** A topic of which it is the only subscriber there is. */
    Topic own();

    /** Messages may be lost from now on. */
    void onLost(Throwable why);

    /** They come again. */
    void onRestored();
  }

  Redis redis() {
    return redis;
  }

  LinkOptions options() {
    return options;
  }

  Outbox outbox() {
    return outbox;
  }

  /**
   * Subscribes; complete when what is published from now on will come.
   *
   * @throws IllegalStateException if another server does so over the same connections
   */
  CompletionStage<Void> join(Member member) {
    add(member.topics());
    ConnectionPair open;
    CompletableFuture<Void> whenUp;
    synchronized (this) {
      members.add(member);
      open = pair;
      whenUp = up;
      if (members.size() == 1) {
        connectLater(0);
      }
    }
    return open == null
        ? whenUp.minimalCompletionStage()
        : open.subscribe(member.topics().keySet()).thenCompose(done -> whenUp);
  }

  private synchronized void add(Map<Topic, TopicListener> more) {
    for (Topic topic : more.keySet()) {
      if (topics.containsKey(topic)) {
        throw new IllegalStateException(
            topic.name()
                + " is subscribed to already: each server needs a RedisAdapter of its own, for"
                + " nodes count each other by their connections");
      }
    }
    topics.putAll(more);
  }

  /** Ends what {@link #join} has begun. */
  CompletionStage<Void> leave(Member member) {
    ConnectionPair open;
    boolean isLast;
    synchronized (this) {
      if (!members.remove(member)) {
        return CompletableFuture.completedFuture(null);
      }
      open = pair;
      isLast = members.isEmpty();
      if (isLast) {
        pair = null;
        up = new CompletableFuture<>();
        isLost = false;
      }
    }
    topics.keySet().removeAll(member.topics().keySet());
    CompletionStage<Void> left =
        open == null
            ? CompletableFuture.completedFuture(null)
            : open.unsubscribe(member.topics().keySet());
    return left.handle(
        (done, error) -> {
          if (isLast) {
            outbox.close();
            if (open != null) {
              open.close();
            }
          }
          return null;
        });
  }

  /** Subscribes to one more topic; does nothing that can be waited for. */
  void subscribe(Topic topic, TopicListener listener) {
    topics.put(topic, listener);
    ConnectionPair open = pair();
    if (open != null) {
      open.subscribe(Set.of(topic));
    }
  }

  /** Ends the subscription to a topic. */
  void unsubscribe(Topic topic) {
    topics.remove(topic);
    ConnectionPair open = pair();
    if (open != null) {
      open.unsubscribe(Set.of(topic));
    }
  }

  /** The connections, for what is neither queued nor repeated; fails if there are none. */
  CompletionStage<RedisConnections> connections() {
    ConnectionPair open = pair();
    return open == null
        ? CompletableFuture.failedFuture(
            new RedisLostException("there is no connection to Redis", null))
        : CompletableFuture.completedFuture(open.connections());
  }

  private synchronized @Nullable ConnectionPair pair() {
    return pair;
  }

  // --- connecting

  private void connectLater(long delayNanos) {
    CompletableFuture.delayedExecutor(delayNanos, TimeUnit.NANOSECONDS, RedisLink::onThread)
        .execute(this::connect);
  }

  /** Runs what blocks. */
  static void onThread(Runnable task) {
    Thread thread = new Thread(task, "sockeye-redis-connect");
    thread.setDaemon(true);
    thread.start();
  }

  private void connect() {
    if (members.isEmpty() || pair() != null) {
      return;
    }
    ConnectionPair made;
    try {
      made = ConnectionPair.open(redis, this);
    } catch (RuntimeException e) {
      lose(e);
      connectLater(options.retryDelay().toNanos());
      return;
    }
    synchronized (this) {
      if (members.isEmpty() || pair != null) {
        made.close();
        return;
      }
      pair = made;
    }
    subscribeAndCheck(made);
    tickLater();
  }

  private void replace(ConnectionPair failed, Throwable why) {
    synchronized (this) {
      if (pair != failed) {
        return;
      }
      pair = null;
    }
    lose(why);
    failed.close();
    connectLater(0);
  }

  // --- checking

  private void tickLater() {
    synchronized (this) {
      if (isTicking) {
        return;
      }
      isTicking = true;
    }
    CompletableFuture.delayedExecutor(options.checkInterval().toNanos(), TimeUnit.NANOSECONDS)
        .execute(this::tick);
  }

  private void tick() {
    synchronized (this) {
      isTicking = false;
      if (members.isEmpty()) {
        return;
      }
    }
    outbox.expire();
    ConnectionPair open = pair();
    if (open != null) {
      check(open, CompletableFuture.completedFuture(null));
    }
    tickLater();
  }

  /** Subscribes to what Lettuce may have subscribed to again itself: then it is known when. */
  private void subscribeAndCheck(ConnectionPair open) {
    check(open, open.subscribe(topics.keySet()));
  }

  /** Both connections must answer, and Redis must know the subscriptions. */
  private void check(ConnectionPair checked, CompletionStage<Void> before) {
    long lossesBefore = losses();
    CompletionStage<Void> verified =
        before
            .thenCompose(done -> checked.verify(members.stream().map(Member::own).toList()))
            .toCompletableFuture()
            .orTimeout(options.commandTimeout().toNanos(), TimeUnit.NANOSECONDS);
    verified.whenComplete(
        (done, error) -> {
          if (error == null) {
            restore(checked, lossesBefore);
          } else {
            replace(checked, error);
          }
        });
  }

  private synchronized long losses() {
    return losses;
  }

  /** Messages come; unless what was checked has been lost since the check began. */
  private void restore(ConnectionPair checked, long lossesBefore) {
    boolean wasLost;
    CompletableFuture<Void> now;
    synchronized (this) {
      if (pair != checked || losses != lossesBefore) {
        return;
      }
      wasLost = isLost;
      isLost = false;
      now = up;
    }
    outbox.open(checked.connections());
    now.complete(null);
    if (wasLost) {
      members.forEach(Member::onRestored);
    }
  }

  private void lose(Throwable why) {
    synchronized (this) {
      losses++;
      if (isLost) {
        return;
      }
      isLost = true;
      if (up.isDone()) {
        up = new CompletableFuture<>();
      }
    }
    outbox.lose();
    members.forEach(member -> member.onLost(why));
  }

  // --- what the connections tell

  @Override
  public void onMessage(Topic topic, String channel, byte[] message) {
    TopicListener listener = topics.get(topic);
    if (listener != null) {
      listener.onMessage(channel, message);
    }
  }

  @Override
  public void onDisconnected(ConnectionPair which) {
    if (pair() == which) {
      lose(new RedisLostException("a connection to Redis is lost", null));
    }
  }

  @Override
  public void onReconnected(ConnectionPair which) {
    if (pair() == which) {
      subscribeAndCheck(which);
    }
  }
}
