// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpService;
import dev.sockeye.engineio.server.spi.Scheduler;
import dev.sockeye.engineio.server.spi.WebSocketListener;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Engine.IO server: sessions over any host. Knows nothing of sockets or of Socket.IO. Safe for
 * use from any thread.
 */
public final class EngineServer implements HttpService {
  private static final Logger log = LoggerFactory.getLogger(EngineServer.class);

  private final EngineOptions options;
  private final String prefix;
  private final Handshakes handshakes;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  /** One entry for each scheduler that has sessions. */
  private final Map<Scheduler, LoopState> loops = new ConcurrentHashMap<>();

  private final Farewells farewells = new Farewells();
  private final List<Consumer<? super ConnectionError>> errorListeners =
      new CopyOnWriteArrayList<>();
  private final LongAdder overflows = new LongAdder();
  private volatile Function<? super Session, ? extends SessionListener> listenerFactory =
      session -> Unheard.INSTANCE;

  /** Empty until {@link #close()} is called. */
  private final AtomicReference<@Nullable Shutdown> shutdown = new AtomicReference<>();

  private EngineServer(EngineOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    this.prefix = options.addTrailingSlash() ? options.path() + "/" : options.path();
    this.handshakes = new Handshakes(this);
  }

  /** A server with the given options. */
  public static EngineServer create(EngineOptions options) {
    return new EngineServer(options);
  }

  /** The options. */
  public EngineOptions options() {
    return options;
  }

  /**
   * Sets what makes the listener of each new session; called once, on the session's thread, before
   * anything is received. To be set before the first request.
   */
  public void onConnection(Function<? super Session, ? extends SessionListener> factory) {
    listenerFactory = Objects.requireNonNull(factory, "factory");
  }

  /** Adds a listener of refused requests; called on the request's thread, so it must not block. */
  public void onConnectionError(Consumer<? super ConnectionError> listener) {
    errorListeners.add(Objects.requireNonNull(listener, "listener"));
  }

  /** Whether a request path is this engine's. */
  @Override
  public boolean handles(String path) {
    return path.startsWith(prefix);
  }

  /**
   * Answers a request to the engine's path; a {@link WebSocketUpgrade} may end as a WebSocket.
   * Called by the host on the exchange's thread.
   */
  @Override
  public void handle(HttpExchange exchange) {
    handshakes.handle(EngineRequest.of(exchange));
  }

  /**
   * Sends one message to many sessions: a task per scheduler at most, whatever the number of
   * sessions. Each session gets it in the order of the caller's other sends to it.
   */
  public void broadcast(Message message, Collection<Session> sessions) {
    broadcast(message, sessions, Function.identity());
  }

  /**
   * As {@link #broadcast(Message, Collection)}, to whatever has a session, in one go over them.
   *
   * @param session gives the session of a target, or null to leave it out
   */
  public <T> void broadcast(
      Message message,
      Iterable<? extends T> targets,
      Function<? super T, ? extends @Nullable Session> session) {
    for (T target : targets) {
      Session to = session.apply(target);
      if (to != null) {
        to.output().broadcast(message);
      }
    }
    loops.values().forEach(LoopState::wake);
  }

  /** The number of open sessions. */
  public int sessionCount() {
    return sessions.size();
  }

  /** The number of sessions that were closed because their peers read too slowly. */
  public long overflowCount() {
    return overflows.sum();
  }

  /**
   * Refuses new sessions (with the status 503), lets those that are open send what is queued until
   * the drain time-out is over, then closes them with {@link CloseReason#SERVER_SHUTTING_DOWN}.
   * Idempotent.
   *
   * @return complete once all sessions have ended
   */
  @Override
  public CompletableFuture<Void> close() {
    Shutdown mine = new Shutdown();
    if (shutdown.compareAndSet(null, mine)) {
      farewells.close();
      mine.begin(loops.keySet(), options.drainTimeout().toNanos(), this::abortSessions);
      sessions.values().forEach(Session::shutDown);
      mine.onSessionCount(sessions.size());
      return mine.done();
    }
    return Objects.requireNonNull(shutdown.get()).done();
  }

  private void abortSessions() {
    sessions.values().forEach(each -> each.abort(CloseReason.SERVER_SHUTTING_DOWN));
  }

  // --- for the other classes of the engine

  boolean isClosing() {
    return shutdown.get() != null;
  }

  @Nullable Session session(String id) {
    return sessions.get(id);
  }

  /** What the sessions of a scheduler share. On its thread. */
  LoopState loop(Scheduler scheduler) {
    return loops.computeIfAbsent(scheduler, key -> new LoopState(key, options, farewells));
  }

  /** Registers a session, unless its id is taken. On its thread. */
  boolean add(Session session) {
    session.loop().sessionAdded();
    if (sessions.putIfAbsent(session.id(), session) != null) {
      leaveLoop(session);
      return false;
    }
    return true;
  }

  /** A peer has said goodbye, and has no GET that waits. On the session's thread. */
  void rememberFarewell(Session session) {
    LoopState loop = session.loop();
    farewells.remember(session.id(), session.protocol(), loop.farewells(), loop::run);
  }

  /** Forgets a session that has ended. On its thread. */
  void remove(Session session) {
    sessions.remove(session.id(), session);
    leaveLoop(session);
    Shutdown running = shutdown.get();
    if (running != null) {
      running.onSessionCount(sessions.size());
    }
  }

  private void leaveLoop(Session session) {
    LoopState loop = session.loop();
    if (loop.sessionRemoved()) {
      loops.remove(loop.scheduler(), loop);
    }
  }

  SessionListener listenerOf(Session session) {
    return Objects.requireNonNull(listenerFactory.apply(session), "the listener of a session");
  }

  /** The transports to which a session may move. */
  List<String> upgradesFrom(Transport transport) {
    boolean can = options.allowUpgrades() && options.transports().contains(Transport.WEBSOCKET);
    return transport == Transport.POLLING && can
        ? List.of(Transport.WEBSOCKET.wireName())
        : List.of();
  }

  void accept(WebSocketUpgrade exchange, Scheduler scheduler, WebSocketListener listener) {
    exchange.accept(Headers.create(), options.maxPayload(), scheduler, listener);
  }

  void countOverflow() {
    overflows.increment();
  }

  /** Answers a request with an error and tells the listeners. On the exchange's thread. */
  void refuse(EngineRequest request, Refusal refusal) {
    if (refusal.error() == EngineError.UNKNOWN_SID && farewells.answer(request)) {
      return;
    }
    log.debug("{} refused: {}", request.exchange().path(), refusal);
    request.refuse(refusal.error());
    if (errorListeners.isEmpty()) {
      return;
    }
    ConnectionError error =
        new ConnectionError(request.toRequest(), refusal.error(), refusal.context());
    for (Consumer<? super ConnectionError> listener : errorListeners) {
      try {
        listener.accept(error);
      } catch (RuntimeException e) {
        log.error("a listener of connection errors failed", e);
      }
    }
  }

  /** A request that was verified has found its session gone, or on another transport. */
  void refuseLate(HttpExchange exchange, Session session) {
    Refusal refusal =
        session(session.id()) == session
            ? Refusal.transportMismatch(Transport.POLLING.wireName(), session.transport())
            : Refusal.of(EngineError.UNKNOWN_SID, "sid", session.id());
    exchange.scheduler().execute(() -> refuse(EngineRequest.of(exchange), refusal));
  }

  /** The listener of sessions that nobody listens to. */
  private enum Unheard implements SessionListener {
    INSTANCE;

    @Override
    public void onMessage(RawData message) {}

    @Override
    public void onClose(CloseReason reason, @Nullable Throwable cause) {}
  }
}
