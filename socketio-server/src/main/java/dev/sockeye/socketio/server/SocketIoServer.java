// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.EngineOptionsBuilder;
import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.Session;
import dev.sockeye.engineio.server.SessionListener;
import dev.sockeye.engineio.server.spi.HostProvider;
import dev.sockeye.engineio.server.spi.HttpService;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.JsonParser;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.spi.Parser;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Function;
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
  private final Parser parser;
  private final Encoder encoder;
  private final AdapterFactory adapterFactory;
  private final Dispatch dispatch;
  private final Duration connectTimeout;
  private final int maxPendingBytes;
  private final ErrorHandler errorHandler;
  private final SocketIds ids = new SocketIds();
  private final Shutdown shutdown;
  private final HttpService service;

  /** By name, with its leading slash. */
  private final ConcurrentHashMap<String, Namespace> namespaces = new ConcurrentHashMap<>();

  private final Namespace main;

  private SocketIoServer(Builder from, EngineOptions options, Parser parser) {
    this.engine = EngineServer.create(options);
    this.parser = parser;
    this.encoder = new Encoder(parser);
    this.adapterFactory = from.adapterFactory;
    this.dispatch = from.dispatch;
    this.connectTimeout = from.connectTimeout;
    this.maxPendingBytes = from.maxPendingBytes;
    this.errorHandler = from.errorHandler;
    this.shutdown = new Shutdown(engine);
    this.service =
        new HostedServer(
            engine, from.clientFiles(options), () -> shutdown.drain(namespaces.values()));
    this.main = of("/");
    engine.onConnection(this::connect);
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
    return namespaces.computeIfAbsent(full, key -> new Namespace(this, key));
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
    HostProvider host =
        ServiceLoader.load(HostProvider.class)
            .findFirst()
            // An application server's thread may see another class path than this class does.
            .or(
                () ->
                    ServiceLoader.load(HostProvider.class, HostProvider.class.getClassLoader())
                        .findFirst())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no host found to listen on "
                            + address
                            + ": add dev.sockeye:sockeye-netty to the class path, or mount service()"
                            + " in a host of your own"));
    return shutdown.track(host.listen(service, address));
  }

  /**
   * Ends the server: accepts nothing more, disconnects every socket ({@code server shutting down}),
   * lets its listeners hear of it and what is queued leave until the option {@code drainTimeout} is
   * over, then closes all connections and the hosts of {@link #listen(int)}. Clients see a lost
   * connection, and so try to come back. Idempotent.
   *
   * @return complete when all of this is done
   */
  public CompletableFuture<Void> close() {
    return shutdown.start(namespaces.values());
  }

  boolean isClosed() {
    return shutdown.hasStarted();
  }

  @Nullable Namespace find(String name) {
    return namespaces.get(name);
  }

  void onError(Throwable error, Socket socket, String event) {
    try {
      errorHandler.onError(error, socket, event);
    } catch (Throwable e) {
      e.addSuppressed(error);
      LOG.error("the error handler failed on \"{}\" of {}", event, socket, e);
    }
  }

  String newSocketId() {
    return ids.next();
  }

  Parser parser() {
    return parser;
  }

  Encoder encoder() {
    return encoder;
  }

  AdapterFactory adapterFactory() {
    return adapterFactory;
  }

  Dispatch dispatch() {
    return dispatch;
  }

  Duration connectTimeout() {
    return connectTimeout;
  }

  int maxPendingBytes() {
    return maxPendingBytes;
  }

  /** Collects options: those of the engine and the server's own. */
  public static final class Builder extends EngineOptionsBuilder<Builder> {
    private @Nullable Parser parser;
    private AdapterFactory adapterFactory = AdapterFactory.memory();
    private Dispatch dispatch = Dispatch.blocking();
    private Duration connectTimeout = Duration.ofSeconds(45);
    private int maxPendingBytes = 1024 * 1024;
    private ErrorHandler errorHandler = new LoggingErrorHandler();
    private boolean serveClient = true;

    private Builder() {
      path("/socket.io");
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** What turns packets into messages; clients must use the same. Default: the JSON parser. */
    public Builder parser(Parser parser) {
      this.parser = Objects.requireNonNull(parser, "parser");
      return this;
    }

    /** What makes the adapter of each namespace. Default: one node, in memory. */
    public Builder adapter(AdapterFactory factory) {
      this.adapterFactory = Objects.requireNonNull(factory, "factory");
      return this;
    }

    /** On which threads listeners run. Default: {@link Dispatch#blocking()}. */
    public Builder dispatch(Dispatch dispatch) {
      this.dispatch = Objects.requireNonNull(dispatch, "dispatch");
      return this;
    }

    /**
     * How long a new connection may take to join a namespace before it is closed. Default 45 s.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder connectTimeout(Duration timeout) {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("connectTimeout must be positive, not " + timeout);
      }
      this.connectTimeout = timeout;
      return this;
    }

    /**
     * How many bytes of one connection's events may wait for listeners before nothing more is read
     * from it, until half of them are done; each event counts 128 bytes more than it has. Default 1
     * MiB.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxPendingBytes(int bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("maxPendingBytes must be positive, not " + bytes);
      }
      this.maxPendingBytes = bytes;
      return this;
    }

    /**
     * Gets what listeners and middleware throw. Default: it is logged, as an error with its stack
     * trace; an argument that doesn't fit, which is the client's fault, in one line at debug level.
     */
    public Builder onError(ErrorHandler handler) {
      this.errorHandler = Objects.requireNonNull(handler, "handler");
      return this;
    }

    /**
     * Whether the official JavaScript client is served below the server's path, {@code
     * /socket.io/socket.io.js} and seven other files: those of the artifact {@code
     * sockeye-client-files} or of a WebJar {@code socket.io-client}, whichever is on the class
     * path. Default true.
     */
    public Builder serveClient(boolean serve) {
      this.serveClient = serve;
      return this;
    }

    private Optional<ClientFileHandler> clientFiles(EngineOptions options) {
      return serveClient
          ? Optional.of(
              new ClientFileHandler(
                  options.path(), ClientFiles.onClassPath(), ForkJoinPool.commonPool()))
          : Optional.empty();
    }

    /**
     * A server with these options. It serves nobody yet: see {@link SocketIoServer#listen(int)} and
     * {@link SocketIoServer#service()}.
     *
     * @throws IllegalArgumentException if two options contradict each other
     * @throws IllegalStateException if no parser is given and no JSON library is found
     */
    public SocketIoServer build() {
      Parser chosen = parser != null ? parser : JsonParser.create();
      return new SocketIoServer(this, engineOptions(), chosen);
    }
  }
}
