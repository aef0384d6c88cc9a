// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.client.CloseDetails;
import dev.sockeye.engineio.client.CloseReason;
import dev.sockeye.engineio.client.EngineClient;
import dev.sockeye.engineio.client.EngineConnection;
import dev.sockeye.socketio.DecodedPacket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection for the sockets that share it, and opens it again when it is lost: the
 * reference's {@code Manager}.
 *
 * <p>One lock guards its state and that of its sockets. Under it fields change and messages are
 * queued; listeners run on the lane, and suppliers of the application in whichever thread opens,
 * both without it.
 */
final class Manager {
  private static final Logger LOG = LoggerFactory.getLogger(SocketIoClient.class);

  private final Object lock = new Object();
  private final EngineClient engine;
  private final ClientOptions options;
  private final Threads threads;
  private final LifeListeners listeners = new LifeListeners(this, null);
  private final Sockets sockets = new Sockets(this);
  private final Reconnection reconnection;

  /** How far the connection is. Guarded by the lock. */
  private State state = State.CLOSED;

  /** The connection; null while there is none. Written under the lock. */
  private volatile @Nullable Link link;

  /** How long opening may take; null for any time. Guarded by the lock. */
  private @Nullable Duration timeout;

  /** Whether the client was closed. Written under the lock. */
  private volatile boolean isEnded;

  private enum State {
    CLOSED,
    OPENING,
    OPEN
  }

  Manager(EngineClient engine, ClientOptions options) {
    this.engine = engine;
    this.options = options;
    this.threads = new Threads(this, engine.scheduler(), options);
    this.reconnection = new Reconnection(this, options);
    this.timeout = options.timeout();
  }

  Object lock() {
    return lock;
  }

  ClientOptions options() {
    return options;
  }

  Threads threads() {
    return threads;
  }

  LifeListeners listeners() {
    return listeners;
  }

  Sockets sockets() {
    return sockets;
  }

  Reconnection reconnection() {
    return reconnection;
  }

  @Nullable Duration timeout() {
    return timeout;
  }

  void timeout(Duration limit) {
    timeout = limit;
  }

  @Nullable EngineConnection connection() {
    Link current = link;
    return current == null ? null : current.connection();
  }

  boolean isCurrent(Link other) {
    return link == other;
  }

  /** The connection if it is open. Called under the lock. */
  @Nullable Link openLink() {
    return state == State.OPEN ? link : null;
  }

  boolean isOpen() {
    synchronized (lock) {
      return state == State.OPEN;
    }
  }

  /** Whether it is neither open nor being opened. Called under the lock. */
  boolean isIdle() {
    return state == State.CLOSED;
  }

  boolean isEnded() {
    return isEnded;
  }

  void checkNotClosed() {
    if (isEnded) {
      throw new IllegalStateException("the client is closed");
    }
  }

  /** Opens the connection, unless it is open or opening. */
  void open() {
    Link opening;
    synchronized (lock) {
      checkNotClosed();
      reconnection.hurry();
      opening = beginOpening();
    }
    connect(opening);
  }

  /** Opens the connection, in one attempt. */
  CompletableFuture<Void> openOnce() {
    CompletableFuture<Void> outcome = new CompletableFuture<>();
    Link opening;
    synchronized (lock) {
      checkNotClosed();
      reconnection.stop();
      opening = beginOpening();
      if (opening != null) {
        opening.isOnly(outcome);
      } else if (state == State.OPEN) {
        outcome.complete(null);
      } else {
        outcome.completeExceptionally(new IllegalStateException("the client is opening already"));
      }
    }
    connect(opening);
    return outcome;
  }

  /** Begins to open; null if there is nothing to open. Called under the lock. */
  @Nullable Link beginOpening() {
    if (state != State.CLOSED || isEnded) {
      return null;
    }
    state = State.OPENING;
    reconnection.onOpening();
    Link opening = new Link(this);
    link = opening;
    Duration limit = timeout;
    if (limit != null) {
      opening.limit(limit, () -> giveUp(opening, ConnectException.timeout(limit)));
    }
    return opening;
  }

  /** Opens what was begun; called without the lock, since it asks suppliers of the application. */
  void connect(@Nullable Link opening) {
    if (opening == null) {
      return;
    }
    try {
      EngineConnection begun = engine.open(opening);
      boolean isOpen;
      synchronized (lock) {
        isOpen = opening.attach(begun);
      }
      if (isOpen) {
        onOpen(opening);
      }
    } catch (RuntimeException e) {
      synchronized (lock) {
        giveUp(opening, ConnectException.transport(e));
      }
    }
  }

  /** The connection is open. */
  void onOpen(Link opened) {
    List<ClientSocket> waiting;
    synchronized (lock) {
      if (link != opened || state != State.OPENING) {
        return;
      }
      state = State.OPEN;
      opened.stopTimer();
      tell(Moment.OPEN, Runnable::run);
      reconnection.onOpen();
      opened.settle(null);
      waiting = sockets.subscribed();
    }
    waiting.forEach(socket -> socket.membership().join(opened));
  }

  /** A packet has come; called on the connection's thread. */
  void onPacket(Link from, DecodedPacket packet, int bytes) {
    if (listeners.has(Moment.PACKET)) {
      tell(Moment.PACKET, to -> to.accept(packet));
    }
    ClientSocket socket = sockets.find(packet.namespace());
    if (socket != null) {
      socket.onPacket(from, packet, bytes);
    }
  }

  /** The server broke the rules: the connection ends, and is opened again. */
  void onBreach(Link from, String problem) {
    synchronized (lock) {
      if (link == from) {
        lost(DisconnectReason.PARSE_ERROR, new CloseDetails(problem, 0, null));
      }
    }
  }

  /** The engine has ended the connection. */
  void onClose(Link closed, CloseReason reason, CloseDetails details) {
    synchronized (lock) {
      if (state == State.OPENING) {
        giveUp(closed, ConnectException.transport(details));
      } else if (link == closed) {
        lost(DisconnectReason.of(reason), details);
      }
    }
  }

  /** Opening has failed. Called under the lock. */
  private void giveUp(Link opening, ConnectException error) {
    if (link != opening || state != State.OPENING) {
      return;
    }
    boolean isOnly = opening.isOnly();
    end();
    sockets.subscribed().forEach(socket -> socket.tellConnectError(error));
    tell(Moment.ERROR, to -> to.accept(error));
    opening.settle(error);
    reconnection.onFailure(error, isOnly);
  }

  /** The connection has ended. Called under the lock. */
  private void lost(DisconnectReason reason, @Nullable CloseDetails details) {
    end();
    sockets.all().forEach(socket -> socket.onLoss(reason, details));
    tell(Moment.CLOSE, to -> to.onDisconnect(reason, details));
    reconnection.onLoss();
  }

  private void end() {
    Link ended = link;
    boolean wasOpen = state == State.OPEN;
    link = null;
    state = State.CLOSED;
    if (ended != null) {
      ended.close(wasOpen);
    }
  }

  /** Closes the connection if no socket needs it any more. Called under the lock. */
  void closeIfIdle() {
    if (sockets.subscribed().isEmpty()) {
      shut();
    }
  }

  /** Closes the connection for good, until it is opened again. Called under the lock. */
  private void shut() {
    reconnection.stop();
    if (link != null) {
      link.settle(ConnectException.transport(new CloseDetails("closed", 0, null)));
      lost(DisconnectReason.FORCED_CLOSE, null);
    }
  }

  /** Disconnects all sockets and closes the connection, for good. */
  CompletableFuture<Void> close() {
    synchronized (lock) {
      sockets.all().forEach(ClientSocket::leave);
      shut();
      sockets.all().forEach(ClientSocket::close);
      isEnded = true;
    }
    return engine.close();
  }

  /** Tells listeners of what happens, on the lane. The caller may hold the lock. */
  <L> void tell(Moment<L> moment, Consumer<? super L> call) {
    if (listeners.has(moment)) {
      threads.lane().post(() -> listeners.tell(moment, call));
    }
  }

  void onError(Throwable error, @Nullable ClientSocket socket, String event) {
    try {
      options.errorHandler().onError(error, socket, event);
    } catch (RuntimeException e) {
      LOG.error("the error handler has failed", e);
    }
  }
}
