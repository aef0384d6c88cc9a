// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.HttpService;
import dev.sockeye.engineio.server.spi.WebSocketTerms;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import dev.sockeye.engineio.spi.WebSocketListener;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Engine.IO server: sessions over any host. Knows nothing of sockets or of Socket.IO. Safe for
 * use from any thread.
 */
public final class EngineServer implements HttpService {
  private final EngineOptions options;
  private final String prefix;
  private final WebSocketTerms terms;
  private final HeaderHooks hooks;
  private final Entrance entrance;
  private final Reception reception;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  /** One entry for each scheduler that has sessions. */
  private final Map<Scheduler, LoopState> loops = new ConcurrentHashMap<>();

  private final Farewells farewells = new Farewells();
  private final Refusals refusals = new Refusals(farewells);
  private final LongAdder overflows = new LongAdder();
  private final @Nullable AddressCounts addresses;

  /** Null where sessions are reached through this node only. */
  private final @Nullable Cluster cluster;

  /** Who sees what happens to sessions; null if nobody. Written while this is locked. */
  private volatile @Nullable SessionObservers sessionObservers;

  private volatile Function<? super Session, ? extends SessionListener> listenerFactory =
      session -> Unheard.INSTANCE;

  /** Empty until {@link #close()} is called. */
  private final AtomicReference<@Nullable Shutdown> shutdown = new AtomicReference<>();

  private EngineServer(EngineOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    int max = options.maxConnectionsPerAddress();
    this.addresses = max > 0 ? new AddressCounts(max) : null;
    this.prefix = options.addTrailingSlash() ? options.path() + "/" : options.path();
    this.terms = new WebSocketTerms(options.maxPayload(), options.perMessageDeflate().orElse(null));
    this.hooks = new HeaderHooks(options.access().patience());
    this.entrance = new Entrance(options.access(), refusals::refuse);
    this.cluster = options.clusterEngine().map(each -> new Cluster(this, each)).orElse(null);
    this.reception = new Reception(this, hooks);
  }

  /** A server with the given options. */
  public static EngineServer create(EngineOptions options) {
    EngineServer server = new EngineServer(options);
    if (server.cluster != null) {
      server.cluster.start();
    }
    return server;
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

  /**
   * Adds somebody who sees what happens to all sessions that begin from now on; for metrics and for
   * tools.
   */
  public synchronized void observeSessions(SessionObserver observer) {
    sessionObservers =
        SessionObservers.plus(sessionObservers, Objects.requireNonNull(observer, "observer"));
  }

  /** Adds a listener of refused requests; called on the request's thread, so it must not block. */
  public void onConnectionError(Consumer<? super ConnectionError> listener) {
    refusals.onConnectionError(Objects.requireNonNull(listener, "listener"));
  }

  /**
   * Adds a filter, which sees every request to the engine after the filters before. Better done
   * before the server listens; the order of filters is that of these calls.
   */
  public void use(EngineFilter filter) {
    entrance.add(Objects.requireNonNull(filter, "filter"));
  }

  /**
   * Adds a hook that is called once for each session, over polling and WebSocket, and adds headers
   * to the answer to its handshake. What is there already (of CORS, filters, the session cookie,
   * hooks before) can be seen and changed; cookies are to be added with {@link Headers#addCookie}.
   * A header that the engine itself sets is replaced.
   *
   * <p>Called on an event loop, for several requests at a time, so it must be safe for use from any
   * thread and must not block. What it throws ends the handshake: status 400, error 3, the context
   * {@code name: HEADERS_FAILURE}. Implements the event {@code initial_headers} of the Engine.IO
   * server.
   */
  public void onInitialHeaders(BiConsumer<? super Headers, ? super Request> hook) {
    hooks.addInitial(hook);
  }

  /**
   * As {@link #onInitialHeaders}, for hooks that take time: the handshake waits for the stage, up
   * to {@link EngineOptionsBuilder#hookTimeout}.
   */
  public void onInitialHeadersAsync(
      BiFunction<? super Headers, ? super Request, ? extends CompletionStage<?>> hook) {
    hooks.addInitialAsync(hook);
  }

  /**
   * Adds a hook that is called for each response of a session (handshake, poll, POST and the 101 of
   * a WebSocket) but not for errors; for a handshake after the hooks of {@link #onInitialHeaders}.
   * Otherwise as those. A failure refuses the request, as there; that of a poll or POST ends its
   * session, which would miss what the response has carried. Implements the event {@code headers}
   * of the Engine.IO server.
   */
  public void onHeaders(BiConsumer<? super Headers, ? super Request> hook) {
    hooks.add(hook);
  }

  /** As {@link #onHeaders}, for hooks that take time: the response waits for the stage. */
  public void onHeadersAsync(
      BiFunction<? super Headers, ? super Request, ? extends CompletionStage<?>> hook) {
    hooks.addAsync(hook);
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
    EngineRequest request = EngineRequest.of(exchange, options.access().trustedProxies());
    if (entrance.isOpen()) {
      reception.handle(request);
    } else {
      entrance.pass(request, reception::handle);
    }
  }

  /**
   * Lets another handler answer a request under the rules of this engine's {@code cors}: a
   * preflight is answered here, and every other answer gets the headers of CORS. For what is served
   * beside the engine, as the files of the client. On the exchange's thread.
   */
  public void handleWithCors(HttpExchange exchange, HttpHandler handler) {
    EngineRequest request = EngineRequest.of(exchange, options.access().trustedProxies());
    entrance.passCors(request, passed -> handler.handle(passed.exchange()));
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
    Shutdown mine =
        new Shutdown(
            () -> cluster == null ? CompletableFuture.completedFuture(null) : cluster.close());
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

  /** Who sees what happens to new sessions; null if nobody. */
  @Nullable SessionObservers sessionObservers() {
    return sessionObservers;
  }

  /** How many sessions each address has; null if there may be any number. */
  @Nullable AddressCounts addresses() {
    return addresses;
  }

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

  /** Answers a GET that was overtaken by its peer's goodbye; false if it is none. */
  boolean answerFarewell(EngineRequest request) {
    return farewells.answer(request);
  }

  /** Forgets a session that has ended. On its thread. */
  void remove(Session session) {
    sessions.remove(session.id(), session);
    if (cluster != null) {
      cluster.home().forget(session);
    }
    leaveLoop(session);
    Shutdown running = shutdown.get();
    if (running != null) {
      running.onSessionCount(sessions.size());
    }
  }

  private void leaveLoop(Session session) {
    if (addresses != null) {
      addresses.leave(session.request().remoteAddress());
    }
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

  /** This node among others; null where sessions are reached through this node only. */
  @Nullable Cluster cluster() {
    return cluster;
  }

  /** How long the application isn't told of a session that begins on a transport. */
  Duration connectionDelay(Transport transport) {
    return cluster == null || upgradesFrom(transport).isEmpty()
        ? Duration.ZERO
        : cluster.options().delayedConnectionTimeout();
  }

  void accept(WebSocketUpgrade exchange, Scheduler scheduler, WebSocketListener listener) {
    exchange.accept(Headers.create(), terms, scheduler, listener);
  }

  /** Runs the hooks for the 101 of a WebSocket, then goes on; or refuses it. */
  void acceptHooked(EngineRequest request, Runnable then, Runnable onRefused) {
    reception.runHooks(request, then, onRefused);
  }

  /**
   * Makes a session that was another node's until now.
   *
   * @param open the WebSocket that it moves to
   * @return its transport; null if there can be no such session
   */
  @Nullable WebSocketTransport adopt(EngineRequest request, WebSocketConnection open) {
    return reception.handshakes().adopt(request, open);
  }

  void countOverflow() {
    overflows.increment();
  }

  /**
   * Sends a response of a session, once the hooks have added their headers. On the session's
   * thread.
   */
  void respond(Session session, HttpExchange exchange, HttpResponse response) {
    respond(
        session.scheduler(),
        exchange,
        response,
        failure -> session.end(CloseReason.TRANSPORT_ERROR, failure));
  }

  /** The same, of a session that may be another node's. On the thread. */
  void respond(
      Scheduler thread,
      HttpExchange exchange,
      HttpResponse response,
      Consumer<? super Throwable> onFailure) {
    if (hooks.isEmpty() || (exchange instanceof ExtendedExchange known && known.isHooked())) {
      exchange.respond(response);
      return;
    }
    EngineRequest request = EngineRequest.of(exchange, options.access().trustedProxies());
    ExtendedExchange extended = request.extended();
    hooks.run(
        extended,
        thread,
        () -> extended.respond(response),
        failure -> {
          refuse(request, Refusal.headersFailure(failure));
          onFailure.accept(failure);
        });
  }

  void refuse(EngineRequest request, Refusal refusal) {
    refusals.refuse(request, refusal);
  }

  /** A request that was verified has found its session gone, or on another transport. */
  void refuseLate(HttpExchange exchange, Session session) {
    Refusal refusal =
        session(session.id()) == session
            ? Refusal.transportMismatch(Transport.POLLING.wireName(), session.transport())
            : Refusal.of(EngineError.UNKNOWN_SID, "sid", session.id());
    TrustedProxies proxies = options.access().trustedProxies();
    exchange.scheduler().execute(() -> refuse(EngineRequest.of(exchange, proxies), refusal));
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
