// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.client.CloseDetails;
import dev.sockeye.engineio.client.CloseReason;
import dev.sockeye.engineio.client.EngineClient;
import dev.sockeye.engineio.client.EngineConnection;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.spi.Lane;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
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
final class Manager implements Lane.Home {
  private static final Logger LOG = LoggerFactory.getLogger(SocketIoClient.class);

  private final Object lock = new Object();
  private final EngineClient engine;
  private final ClientOptions options;
  private final Scheduler scheduler;
  private final Lane lane;
  private final ManagerListeners listeners;
  private final Sockets sockets = new Sockets(this);
  private final Reconnection reconnection;

  /** How far the connection is. Guarded by the lock. */
  private State state = State.CLOSED;

  /** The connection; null while there is none. Written under the lock. */
  private volatile @Nullable Link link;

  /** How long opening may take; null for any time. Guarded by the lock. */
  private @Nullable Duration timeout;

  /** Gives up opening; null if nothing is opening or there is no limit. Guarded by the lock. */
  private Scheduler.@Nullable Cancellable connectTimer;

  /** Who waits for the only attempt; null if nobody. Guarded by the lock. */
  private @Nullable CompletableFuture<Void> onlyAttempt;

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
    this.scheduler = engine.scheduler();
    this.lane = new Lane(this, options.dispatch(), options.maxPendingBytes());
    this.listeners = new ManagerListeners(options.errorHandler());
    this.reconnection = new Reconnection(this, options);
    this.timeout = options.timeout();
  }

  Object lock() {
    return lock;
  }

  ClientOptions options() {
    return options;
  }

  Lane lane() {
    return lane;
  }

  ManagerListeners listeners() {
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
        onlyAttempt = outcome;
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
      connectTimer =
          schedule(() -> giveUp(opening, ConnectException.timeout(limit)), limit.toNanos());
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
      stopConnectTimer();
      tell(new ManagerEvent.Opened());
      reconnection.onOpen();
      settleOnlyAttempt(null);
      waiting = sockets.subscribed();
    }
    waiting.forEach(socket -> socket.membership().join(opened));
  }

  /** A packet has come; called on the connection's thread. */
  void onPacket(Link from, DecodedPacket packet, int bytes) {
    if (listeners.has(ManagerEvent.Received.class)) {
      tell(new ManagerEvent.Received(packet));
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
    boolean isOnly = onlyAttempt != null;
    end();
    sockets.subscribed().forEach(socket -> socket.tellConnectError(error));
    tell(new ManagerEvent.Failed(error));
    settleOnlyAttempt(error);
    reconnection.onFailure(error, isOnly);
  }

  /** The connection has ended. Called under the lock. */
  private void lost(DisconnectReason reason, @Nullable CloseDetails details) {
    end();
    sockets.subscribed().forEach(socket -> socket.onLoss(reason, details));
    tell(new ManagerEvent.Closed(reason, details));
    reconnection.onLoss();
  }

  private void end() {
    Link ended = link;
    boolean wasOpen = state == State.OPEN;
    link = null;
    state = State.CLOSED;
    stopConnectTimer();
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
    if (state != State.CLOSED) {
      settleOnlyAttempt(ConnectException.transport(new CloseDetails("closed", 0, null)));
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

  private void settleOnlyAttempt(@Nullable ConnectException error) {
    CompletableFuture<Void> outcome = onlyAttempt;
    onlyAttempt = null;
    if (outcome == null) {
      return;
    }
    complete(
        () -> {
          if (error == null) {
            outcome.complete(null);
          } else {
            outcome.completeExceptionally(error);
          }
        });
  }

  private void stopConnectTimer() {
    if (connectTimer != null) {
      connectTimer.cancel();
      connectTimer = null;
    }
  }

  /** Tells listeners of an event, on the lane. The caller may hold the lock. */
  void tell(ManagerEvent event) {
    if (listeners.has(event.getClass())) {
      lane.post(() -> listeners.tell(event));
    }
  }

  /** Completes a future beside the lane. The caller may hold the lock. */
  void complete(Runnable completion) {
    if (options.dispatch().isOnIoThread()) {
      try {
        scheduler.execute(completion);
      } catch (RejectedExecutionException e) {
        completion.run(); // the network has stopped; whoever waits must hear of it
      }
    } else {
      options.dispatch().answer(completion);
    }
  }

  /** Runs a task under the lock, when a time is over. */
  Scheduler.Cancellable schedule(Runnable task, long nanos) {
    return scheduler.schedule(
        () -> {
          synchronized (lock) {
            task.run();
          }
        },
        nanos);
  }

  long now() {
    return scheduler.nanoTime();
  }

  void onError(Throwable error, @Nullable ClientSocket socket, String event) {
    try {
      options.errorHandler().onError(error, socket, event);
    } catch (RuntimeException e) {
      LOG.error("the error handler has failed", e);
    }
  }

  @Override
  public boolean inThread() {
    return scheduler.inThread();
  }

  @Override
  public void execute(Runnable task) {
    scheduler.execute(task);
  }

  @Override
  public void setReadable(boolean readable) {
    EngineConnection current = connection();
    if (current != null) {
      current.setReadable(readable);
    }
  }

  @Override
  public void onFailure(Throwable failure) {
    LOG.error("a task failed; those behind it go on", failure);
  }
}
