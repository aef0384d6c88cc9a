// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The sessions, in memory. Each ends when it has not been used for a while, and after a working day
 * at the latest. Answers later, as a store elsewhere (Redis, a database) would. Safe for use from
 * any thread.
 */
final class Sessions {
  private static final Duration LONGEST = Duration.ofHours(8);
  private static final int MOST = 10_000;

  private final Duration idle;
  private final InstantSource clock;
  private final Executor later;
  private final Map<String, UserSession> byId = new ConcurrentHashMap<>();
  private final List<Consumer<? super UserSession>> endListeners = new CopyOnWriteArrayList<>();

  /**
   * @param idle how long a session lives without being used
   * @param later answers
   */
  Sessions(Duration idle, InstantSource clock, Executor later) {
    this.idle = idle;
    this.clock = clock;
    this.later = later;
  }

  /** Adds a listener of sessions that end, by logout or by themselves. */
  void onEnd(Consumer<? super UserSession> listener) {
    endListeners.add(listener);
  }

  /** A session of somebody who has just proved who they are; empty if there are too many. */
  Optional<UserSession> begin(String user) {
    if (byId.size() >= MOST) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    UserSession session = new UserSession(user, now.plus(idle), now.plus(LONGEST));
    byId.put(session.id(), session);
    return Optional.of(session);
  }

  /** The session of this id, if it has not ended. */
  CompletableFuture<Optional<UserSession>> find(String id) {
    return CompletableFuture.supplyAsync(
        () -> Optional.ofNullable(byId.get(id)).filter(this::isAlive), later);
  }

  /** It is being used: it lives on for as long as a new one, unless it has ended already. */
  void extend(UserSession session) {
    if (isAlive(session)) {
      session.extendTo(clock.instant().plus(idle));
    }
  }

  boolean isAlive(UserSession session) {
    return !session.isOver() && clock.instant().isBefore(session.end());
  }

  /** How long a session lives if nobody uses it. */
  Duration left(UserSession session) {
    return Duration.between(clock.instant(), session.end());
  }

  /** Ends a session; its listeners hear of it once. */
  void end(UserSession session) {
    session.setOver();
    if (byId.remove(session.id(), session)) {
      endListeners.forEach(listener -> listener.accept(session));
    }
  }

  /** Ends those whose time is over; to be called every now and then. */
  void endIdle() {
    byId.values().stream().filter(session -> !isAlive(session)).forEach(this::end);
  }
}
