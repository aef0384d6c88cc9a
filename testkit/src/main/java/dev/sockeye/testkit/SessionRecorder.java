// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.server.CloseReason;
import dev.sockeye.engineio.server.Session;
import dev.sockeye.engineio.server.SessionListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records what happens to the sessions of an engine, in words; to be given to {@code
 * EngineServer.onConnection}.
 *
 * <p>An event is {@code open}, {@code message hello}, {@code message binary[4]}, {@code upgrade
 * websocket} or {@code close transport error}.
 */
public final class SessionRecorder implements Function<Session, SessionListener> {
  private final List<Session> sessions = new CopyOnWriteArrayList<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private volatile BiConsumer<? super Session, ? super RawData> reaction = (session, data) -> {};
  private volatile @Nullable Throwable closeCause;

  /** Records, and does nothing else. */
  public SessionRecorder() {}

  /** Does something with each message too. */
  public SessionRecorder onMessage(BiConsumer<? super Session, ? super RawData> reaction) {
    this.reaction = reaction;
    return this;
  }

  @Override
  public SessionListener apply(Session session) {
    sessions.add(session);
    events.add("open");
    return new Listener(session);
  }

  /** The events of all sessions so far. */
  public List<String> events() {
    return List.copyOf(events);
  }

  /** The last event; empty if there is none. */
  public String lastEvent() {
    return events.isEmpty() ? "" : events.get(events.size() - 1);
  }

  /** The sessions so far. */
  public List<Session> sessions() {
    return List.copyOf(sessions);
  }

  /**
   * The newest session.
   *
   * @throws IllegalStateException if there is none
   */
  public Session session() {
    if (sessions.isEmpty()) {
      throw new IllegalStateException("no session was opened");
    }
    return sessions.get(sessions.size() - 1);
  }

  /** The message of the cause with which the last session closed; empty if there was none. */
  public String closeCause() {
    Throwable cause = closeCause;
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }

  private final class Listener implements SessionListener {
    private final Session session;

    Listener(Session session) {
      this.session = session;
    }

    @Override
    public void onMessage(RawData message) {
      events.add("message " + message);
      reaction.accept(session, message);
    }

    @Override
    public void onUpgrade(Transport transport) {
      events.add("upgrade " + transport.wireName());
    }

    @Override
    public void onClose(CloseReason reason, @Nullable Throwable cause) {
      closeCause = cause;
      events.add("close " + reason.text());
    }
  }
}
