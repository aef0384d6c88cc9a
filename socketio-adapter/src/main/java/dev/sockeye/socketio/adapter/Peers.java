// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.Envelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The other nodes of a namespace, known by their heartbeats: what takes the place of a backend that
 * counts. Every message of a node is a sign of life.
 */
final class Peers {
  /** How often silent nodes are looked for; the first greeting is repeated after as long. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final ClusterOptions options;
  private final ClusterHealth health;
  private final Consumer<ClusterMessage> publish;
  private final Consumer<String> onGone;

  /** When each node was last heard of. Guarded by itself. */
  private final Map<String, Long> seenAt = new HashMap<>();

  /** When the last heartbeat was sent. Guarded by {@link #seenAt}. */
  private long beatAt;

  /** When silent nodes were last looked for. Guarded by {@link #seenAt}. */
  private long lookedAt;

  /** Keeps the next look from coming; null unless started. Guarded by {@link #seenAt}. */
  private @Nullable Runnable nextLook;

  /**
   * @param publish sends a message to all others
   * @param onGone is told of each node that is gone
   */
  Peers(
      ClusterOptions options,
      ClusterHealth health,
      Consumer<ClusterMessage> publish,
      Consumer<String> onGone) {
    this.options = options;
    this.health = health;
    this.publish = publish;
    this.onGone = onGone;
  }

  /** Greets the others, who answer; twice, because one of them may be about to subscribe. */
  void start() {
    long now = options.timer().nanoTime();
    synchronized (seenAt) {
      beatAt = now;
      lookedAt = now;
      nextLook = options.timer().schedule(() -> look(true), LOOK);
    }
    publish.accept(new ClusterMessage.InitialHeartbeat());
  }

  /** Greets the others again, who may have been lost. */
  void greet() {
    publish.accept(new ClusterMessage.InitialHeartbeat());
  }

  /** Takes leave. */
  void close() {
    synchronized (seenAt) {
      if (nextLook == null) {
        return;
      }
      nextLook.run();
      nextLook = null;
    }
    publish.accept(new ClusterMessage.AdapterClose());
  }

  /** The nodes that are there. */
  Set<String> uids() {
    synchronized (seenAt) {
      return Set.copyOf(seenAt.keySet());
    }
  }

  /** Another node has sent something. */
  void onMessage(Envelope envelope) {
    String uid = envelope.uid();
    if (uid.isEmpty() || uid.equals(Envelope.EMITTER)) {
      return;
    }
    if (envelope.message() instanceof ClusterMessage.AdapterClose) {
      remove(uid);
      return;
    }
    boolean isNew;
    synchronized (seenAt) {
      if (!seenAt.containsKey(uid) && seenAt.size() >= options.maxServers()) {
        return;
      }
      isNew = seenAt.put(uid, options.timer().nanoTime()) == null;
    }
    if (isNew) {
      health.onServerJoined(uid);
    }
    if (envelope.message() instanceof ClusterMessage.InitialHeartbeat) {
      publish.accept(new ClusterMessage.Heartbeat());
    }
  }

  private void remove(String uid) {
    boolean wasThere;
    synchronized (seenAt) {
      wasThere = seenAt.remove(uid) != null;
    }
    if (wasThere) {
      health.onServerLeft(uid);
      onGone.accept(uid);
    }
  }

  private void look(boolean isFirst) {
    long now = options.timer().nanoTime();
    boolean isDue;
    List<String> silent;
    synchronized (seenAt) {
      if (nextLook == null) {
        return;
      }
      nextLook = options.timer().schedule(() -> look(false), LOOK);
      if (now - lookedAt > options.heartbeatTimeout().toNanos()) {
        // This node was asleep, so nobody can have been heard of.
        seenAt.replaceAll((uid, before) -> now);
      }
      lookedAt = now;
      silent = silentSince(now - options.heartbeatTimeout().toNanos());
      isDue = now - beatAt >= options.heartbeatInterval().toNanos();
      beatAt = isDue ? now : beatAt;
    }
    silent.forEach(this::remove);
    if (isFirst) {
      greet();
    } else if (isDue) {
      publish.accept(new ClusterMessage.Heartbeat());
    }
  }

  /** Called while {@link #seenAt} is locked. */
  private List<String> silentSince(long time) {
    List<String> silent = new ArrayList<>(0);
    seenAt.forEach(
        (uid, seen) -> {
          if (seen - time < 0) {
            silent.add(uid);
          }
        });
    return silent;
  }
}
