// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several observers, none of which can disturb the others or the session. */
final class SessionObservers implements SessionObserver {
  private static final Logger log = LoggerFactory.getLogger(SessionObservers.class);

  private final List<SessionObserver> observers;

  private SessionObservers(List<SessionObserver> observers) {
    this.observers = List.copyOf(observers);
  }

  /** All of them as one; null if there are none. */
  static @Nullable SessionObservers of(List<SessionObserver> observers) {
    return observers.isEmpty() ? null : new SessionObservers(observers);
  }

  /** Those, and one more. */
  static SessionObservers plus(@Nullable SessionObservers some, SessionObserver more) {
    List<SessionObserver> all = new ArrayList<>(some == null ? List.of() : some.observers);
    all.add(more);
    return new SessionObservers(all);
  }

  /** Those, without one; null if none is left. */
  static @Nullable SessionObservers minus(@Nullable SessionObservers some, SessionObserver less) {
    List<SessionObserver> all = new ArrayList<>(some == null ? List.of() : some.observers);
    all.remove(less);
    return of(all);
  }

  @Override
  public void onOpen(Session session) {
    tell(observer -> observer.onOpen(session));
  }

  @Override
  public void onPacketReceived(Session session, PacketType type, RawData data) {
    tell(observer -> observer.onPacketReceived(session, type, data));
  }

  @Override
  public void onSent(Session session, Message message) {
    tell(observer -> observer.onSent(session, message));
  }

  @Override
  public void onDropped(Session session, Message message) {
    tell(observer -> observer.onDropped(session, message));
  }

  @Override
  public void onUpgrade(Session session, Transport transport) {
    tell(observer -> observer.onUpgrade(session, transport));
  }

  @Override
  public void onOverflow(Session session) {
    tell(observer -> observer.onOverflow(session));
  }

  @Override
  public void onClose(Session session, CloseReason reason, @Nullable Throwable cause) {
    tell(observer -> observer.onClose(session, reason, cause));
  }

  private void tell(Consumer<SessionObserver> what) {
    for (SessionObserver observer : observers) {
      try {
        what.accept(observer);
      } catch (RuntimeException e) {
        log.error("an observer of sessions failed", e);
      }
    }
  }
}
