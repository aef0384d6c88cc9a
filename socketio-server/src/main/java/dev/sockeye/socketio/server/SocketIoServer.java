// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.Session;
import dev.sockeye.engineio.server.SessionListener;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpService;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.spi.Parser;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Socket.IO server. Any host can serve it ({@link #service()}); {@link #listen(int)} starts the
 * host that is on the class path. It speaks through the Engine.IO server that it makes ({@link
 * #engine()}).
 *
 * <p>Its own methods of {@link Broadcaster}, {@link #onConnection} and {@link #use} are those of
 * the main namespace, {@code "/"}. Safe for use from any thread.
 *
 * <p>Implements "The Server instance" of the Socket.IO documentation.
 */
public final class SocketIoServer implements Broadcaster {
  private static final Logger LOG = LoggerFactory.getLogger(SocketIoServer.class);

  private final EngineServer engine;
  private final ServerOptions options;
  private final Encoder encoder;
  private final Values values;
  private final SocketIds ids = new SocketIds();
  private final Shutdown shutdown;
  private final HttpService service;
  private final HttpHandler health = new Health(this::isDraining);
  private final Namespaces registry = new Namespaces(this);
  private final @Nullable RecoveryOptions recovery;
  private final Namespace main;

  private SocketIoServer(EngineOptions engineOptions, ServerOptions options) {
    this.engine = EngineServer.create(engineOptions);
    this.options = options;
    this.recovery = recovery(options.recovery(), engine.options());
    this.encoder = new Encoder(options.parser());
    this.values = new Values(options.parser());
    this.shutdown = new Shutdown(engine, options.drainDelay());
    this.service =
        new HostedServer(
            engine,
            options.clientFiles(engine.options().path()),
            () -> shutdown.drain(registry.all()));
    this.main = of("/");
    engine.onConnection(this::connect);
    ServerObservers observer = options.observer();
    if (observer != null) {
      observer.observe(engine);
    }
  }

  /** The same, with the time that the heartbeat needs to notice a loss. */
  private static @Nullable RecoveryOptions recovery(
      @Nullable RecoveryOptions options, EngineOptions engine) {
    return options == null
        ? null
        : options.maxSilence(engine.pingInterval().plus(engine.pingTimeout().multipliedBy(2)));
  }

  /** Options that start from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** A server with the default options. */
  public static SocketIoServer create() {
    return builder().build();
  }

  private SessionListener connect(Session session) {
    Connection connection = new Connection(this, session);
    if (connection.isOld()) {
      connection.connect("/", Args.empty(), 0); // clients of Socket.IO 2 don't ask
    }
    return connection;
  }

  /**
   * A namespace; it is made when it is first asked for, and clients can join it from then on.
   *
   * @param name the name; a missing leading slash is added, and the empty name is {@code "/"}
   * @throws IllegalArgumentException if the name has a comma, which ends it on the wire
   */
  public Namespace of(String name) {
    if (name.indexOf(',') >= 0) {
      throw new IllegalArgumentException("a namespace's name can't have a comma: '" + name + "'");
    }
    String full = name.startsWith("/") ? name : "/" + name;
    return registry.of(full);
  }

  /**
   * Namespaces that come into being when a client asks for one whose name the pattern matches as a
   * whole. A namespace that is there already comes first; then patterns and predicates are asked in
   * the order in which they were added. One that the application itself makes by name becomes a
   * child too, if the pattern was there before.
   *
   * @param names what the names look like, with their leading slash; what its named groups capture
   *     is known to each {@linkplain Namespace#captured namespace}. Clients choose the names, so it
   *     should be one that is quick to match
   */
  public ParentNamespace of(Pattern names) {
    return registry.add(new ParentNamespace(this, names));
  }

  /** As {@link #of(Pattern)}, by a predicate, which may block. */
  public ParentNamespace of(NamespacePredicate predicate) {
    return ofAsync(
        (name, handshake) -> {
          try {
            return CompletableFuture.completedFuture(predicate.test(name, handshake));
          } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
          }
        });
  }

  /**
   * As {@link #of(NamespacePredicate)}, for a predicate that takes its time; a stage that fails
   * means no, and is logged.
   */
  public ParentNamespace ofAsync(
      BiFunction<String, Handshake, ? extends CompletionStage<Boolean>> predicate) {
    return registry.add(new ParentNamespace(this, predicate));
  }

  /**
   * Adds a listener of new namespaces, made by the application or by a client: called before any
   * client can come in, so that middleware which it adds misses nobody. Those that are there
   * already are not told again.
   *
   * <p>It hears of each namespace once, on the thread that makes it; of several at the same time if
   * several threads make some. It may ask for this and other namespaces, and may take its time:
   * only clients of this one wait for it. Other threads that ask for the namespace meanwhile get it
   * at once. If a listener throws, so does what has made the namespace, and nobody ever gets in;
   * the next one who asks for it makes it anew.
   */
  public Subscription onNewNamespace(Consumer<? super Namespace> listener) {
    return registry.onNew(listener);
  }

  /** The namespaces that there are at the moment; a live view. */
  public Collection<Namespace> namespaces() {
    return Collections.unmodifiableCollection(registry.all());
  }

  /** Adds a listener of connections to the main namespace. */
  public Subscription onConnection(Consumer<? super Socket> listener) {
    return main.onConnection(listener);
  }

  /** Adds a middleware to the main namespace. */
  public void use(Middleware middleware) {
    main.use(middleware);
  }

  /** Adds a middleware that takes its time to the main namespace. */
  public void useAsync(Function<? super Socket, ? extends CompletionStage<?>> middleware) {
    main.useAsync(middleware);
  }

  @Override
  public BroadcastOperator toAll() {
    return main.toAll();
  }

  /** Sends an event of the main namespace to the other nodes; see {@link Namespace}. */
  public void serverSideEmit(String event, @Nullable Object... args) {
    main.serverSideEmit(event, args);
  }

  /** As {@link #serverSideEmit}, and collects their answers; see {@link Namespace}. */
  public CompletableFuture<List<Args>> serverSideEmitWithAck(
      String event, @Nullable Object... args) {
    return main.serverSideEmitWithAck(event, args);
  }

  /** Hears an event of the main namespace that another node has sent; see {@link Namespace}. */
  public Subscription onServerSide(String event, Consumer<? super Args> listener) {
    return main.onServerSide(event, listener);
  }

  /** As {@link #onServerSide}, with a result that answers; see {@link Namespace}. */
  public Subscription onServerSideRequest(
      String event, Function<? super Args, ? extends @Nullable Object> listener) {
    return main.onServerSideRequest(event, listener);
  }

  /** The Engine.IO server below. */
  public EngineServer engine() {
    return engine;
  }

  /**
   * What a host serves, where one is started with options of its own ({@code
   * NettyHost.builder().service(io.service())…}). A host that closes it, as it does when it is
   * closed itself, ends the whole server as {@link #close()} does; but the host is not known to the
   * server, which doesn't close it.
   */
  public HttpService service() {
    return service;
  }

  /**
   * Starts the host that is on the class path, on all interfaces. Whichever is closed first, the
   * host or this server, ends the other.
   *
   * @param port the port; 0 for any that is free
   * @throws IllegalStateException if there is no host
   * @throws java.io.UncheckedIOException if the port can't be bound
   */
  public Listening listen(int port) {
    return listen(new InetSocketAddress(port));
  }

  /** As {@link #listen(int)}, on one interface. */
  public Listening listen(InetSocketAddress address) {
    return shutdown.track(Hosts.onClassPath(address).listen(service, address));
  }

  /**
   * Ends the server: its health turns red at once and, after the option {@code drainDelay}, it
   * accepts nothing more, disconnects every socket ({@code server shutting down}), lets its
   * listeners hear of it and what is queued leave until the option {@code drainTimeout} is over,
   * then closes all connections and the hosts of {@link #listen(int)}. Clients see a lost
   * connection, and so try to come back, elsewhere. Idempotent.
   *
   * @return complete when all of this is done
   */
  public CompletableFuture<Void> close() {
    return shutdown.start(registry.all());
  }

  /** Whether the server is being closed, or is closed: load balancers should send it nobody. */
  public boolean isDraining() {
    return shutdown.hasStarted();
  }

  /**
   * Answers load balancers that ask how the server is: 200 with {@code {"status":"up"}}, and 503
   * with {@code {"status":"draining"}} once it {@linkplain #isDraining() is being closed}. To be
   * served by the host, on a path of the application's choice.
   */
  public HttpHandler health() {
    return health;
  }

  /** Whether nobody may join a namespace any more. */
  boolean isClosed() {
    return shutdown.isRefusing();
  }

  Namespaces registry() {
    return registry;
  }

  void onError(Throwable error, Socket socket, String event) {
    try {
      options.errorHandler().onError(error, socket, event);
    } catch (Throwable e) {
      e.addSuppressed(error);
      LOG.error("the error handler failed on \"{}\" of {}", event, socket, e);
    }
  }

  String newSocketId() {
    return ids.next();
  }

  Parser parser() {
    return options.parser();
  }

  Encoder encoder() {
    return encoder;
  }

  Values values() {
    return values;
  }

  AdapterFactory adapterFactory() {
    return options.adapter();
  }

  /** How lost clients are restored; null if they are not. */
  @Nullable RecoveryOptions recovery() {
    return recovery;
  }

  Dispatch dispatch() {
    return options.dispatch();
  }

  Duration connectTimeout() {
    return options.connectTimeout();
  }

  boolean cleansUp() {
    return options.cleanupEmptyChildNamespaces();
  }

  Limits limits() {
    return options.limits();
  }

  /** Who is told of everything; null if nobody. */
  @Nullable ServerObserver observer() {
    return options.observer();
  }

  /** Collects options: those of the engine and the server's own. */
  public static final class Builder extends ServerOptionsBuilder<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * A server with these options. It serves nobody yet: see {@link SocketIoServer#listen(int)} and
     * {@link SocketIoServer#service()}.
     *
     * @throws IllegalArgumentException if two options contradict each other
     * @throws IllegalStateException if no parser is given and no JSON library is found
     */
    public SocketIoServer build() {
      return new SocketIoServer(engineOptions(), serverOptions());
    }
  }
}
