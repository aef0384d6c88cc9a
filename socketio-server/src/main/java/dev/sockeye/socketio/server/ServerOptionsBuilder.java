// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.EngineOptionsBuilder;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.JsonParser;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.spi.Parser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The setters of the Socket.IO server's own options; each checks its value at once.
 *
 * @param <B> the builder itself
 */
public abstract class ServerOptionsBuilder<B extends ServerOptionsBuilder<B>>
    extends EngineOptionsBuilder<B> {
  private @Nullable Parser parser;
  private AdapterFactory adapterFactory = AdapterFactory.memory();
  private Dispatch dispatch = Dispatch.blocking();
  private Duration connectTimeout = Duration.ofSeconds(45);
  private Duration drainDelay = Duration.ZERO;
  private boolean serveClient = true;
  private boolean cleanupEmptyChildNamespaces;
  private ErrorHandler errorHandler = new LoggingErrorHandler();
  private Limits limits = Limits.DEFAULTS;
  private @Nullable RecoveryOptions recovery;
  private final List<ServerObserver> observers = new ArrayList<>();

  ServerOptionsBuilder() {
    path("/socket.io");
  }

  /**
   * The server's own options as set so far.
   *
   * @throws IllegalStateException if no parser is given and no JSON library is found
   */
  final ServerOptions serverOptions() {
    return new ServerOptions(
        parser != null ? parser : JsonParser.create(),
        adapterFactory,
        dispatch,
        connectTimeout,
        drainDelay,
        serveClient,
        cleanupEmptyChildNamespaces,
        errorHandler,
        limits,
        recovery,
        observers.isEmpty() ? null : new ServerObservers(observers));
  }

  /** What turns packets into messages; clients must use the same. Default: the JSON parser. */
  public B parser(Parser parser) {
    this.parser = Objects.requireNonNull(parser, "parser");
    return self();
  }

  /** What makes the adapter of each namespace. Default: one node, in memory. */
  public B adapter(AdapterFactory factory) {
    this.adapterFactory = Objects.requireNonNull(factory, "factory");
    return self();
  }

  /** On which threads listeners run. Default: {@link Dispatch#blocking()}. */
  public B dispatch(Dispatch dispatch) {
    this.dispatch = Objects.requireNonNull(dispatch, "dispatch");
    return self();
  }

  /**
   * How long a new connection may take to join a namespace before it is closed. Default 45 s.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public B connectTimeout(Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("connectTimeout must be positive, not " + timeout);
    }
    this.connectTimeout = timeout;
    return self();
  }

  /**
   * How long the server goes on as before once it is being closed: {@link
   * SocketIoServer#isDraining()} says so already, so that load balancers which ask for its health
   * stop sending it clients before it refuses them. Default: not at all.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public B drainDelay(Duration delay) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("drainDelay must not be negative: " + delay);
    }
    this.drainDelay = delay;
    return self();
  }

  /**
   * Whether the official JavaScript client is served below the server's path, {@code
   * /socket.io/socket.io.js} and seven other files: those of the artifact {@code
   * sockeye-client-files} or of a WebJar {@code socket.io-client}, whichever is on the class path.
   * Default true.
   */
  public B serveClient(boolean serve) {
    this.serveClient = serve;
    return self();
  }

  /**
   * Lets clients that lose their connection come back as the same socket, with its id, its rooms
   * and its data, and sends them the events that they have missed: {@link
   * RecoveryOptions#defaults()} or others. Each event then has one more argument, a string, at its
   * end. Default: a client that comes back is a new socket.
   *
   * <p>The adapter must be able to do it, as the one in memory is; otherwise {@code build} and
   * {@code of} fail.
   */
  public B connectionStateRecovery(RecoveryOptions options) {
    this.recovery = Objects.requireNonNull(options, "options");
    return self();
  }

  /**
   * Whether a namespace that a {@link ParentNamespace} has made ends when its last socket leaves,
   * and when its only one was refused. Default false.
   */
  public B cleanupEmptyChildNamespaces(boolean cleanup) {
    this.cleanupEmptyChildNamespaces = cleanup;
    return self();
  }

  /**
   * Gets what listeners and middleware throw. Default: it is logged, as an error with its stack
   * trace; what is the client's fault, such as an argument that doesn't fit, in one line at debug
   * level.
   */
  public B onError(ErrorHandler handler) {
    this.errorHandler = Objects.requireNonNull(handler, "handler");
    return self();
  }

  /** Adds somebody who is told of everything that happens; for metrics and for tools. */
  public B observe(ServerObserver observer) {
    observers.add(Objects.requireNonNull(observer, "observer"));
    return self();
  }

  /**
   * How many bytes of one connection's events may wait for listeners before nothing more is read
   * from it, until half of them are done; each event counts 128 bytes more than it has. Default 1
   * MiB.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public B maxPendingBytes(int bytes) {
    limits = limits.withMaxPendingBytes(bytes);
    return self();
  }

  /**
   * How many answers one socket may owe: one that owes more is not asked, and {@code emitWithAck}
   * fails with a {@link TooManyAcksException}. Default 10,000.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public B maxPendingAcks(int acks) {
    limits = limits.withMaxPendingAcks(acks);
    return self();
  }

  /**
   * How many rooms one socket may be in, its own among them; joining more is an {@link
   * IllegalStateException}. Default 10,000.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public B maxRoomsPerSocket(int rooms) {
    limits = limits.withMaxRooms(rooms);
    return self();
  }

  /**
   * How many namespaces one connection may have joined, or asked to join, at a time; it is refused
   * the next one. Default 64.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public B maxNamespacesPerConnection(int namespaces) {
    limits = limits.withMaxNamespaces(namespaces);
    return self();
  }

  /**
   * How many namespaces clients may call into being through one {@link ParentNamespace}; whoever
   * asks for one more is refused. Default 100,000.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public B maxChildNamespaces(int namespaces) {
    limits = limits.withMaxChildren(namespaces);
    return self();
  }

  /**
   * How many packets of one connection are taken in within a second: events, joining and leaving a
   * namespace, and answers that nobody has asked for. A faster client is read no further until the
   * second is over, so nothing is lost, and it is slowed down like one whose listeners are slow. A
   * POST is taken in as a whole; if there are too many in it, the pause is so much longer. Default:
   * any number.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public B maxEventsPerSecond(int events) {
    limits = limits.withMaxEventsPerSecond(events);
    return self();
  }
}
