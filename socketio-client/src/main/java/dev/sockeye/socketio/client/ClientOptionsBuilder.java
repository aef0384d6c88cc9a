// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.client.EngineOptionsBuilder;
import dev.sockeye.engineio.client.ServerUri;
import dev.sockeye.engineio.spi.Bounds;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.JsonParser;
import dev.sockeye.socketio.spi.Parser;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The setters of the Socket.IO client's own options, beside those of the engine; each checks its
 * value at once. Names and defaults are those of the reference client.
 *
 * <p>Implements "Client options" of the Socket.IO documentation.
 *
 * @param <B> the builder itself
 */
public abstract class ClientOptionsBuilder<B extends ClientOptionsBuilder<B>>
    extends EngineOptionsBuilder<B> {
  // The defaults are shared: a client has not to keep copies.
  private static final Duration RECONNECTION_DELAY = Duration.ofSeconds(1);
  private static final Duration RECONNECTION_DELAY_MAX = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final SocketOptions SOCKET = new SocketOptions(Auth.NONE, null, 0);
  private static final ErrorHandler LOGGING = new LoggingErrorHandler();

  private final String namespace;
  private boolean autoConnect = true;
  private boolean reconnection = true;
  private int reconnectionAttempts;
  private Duration reconnectionDelay = RECONNECTION_DELAY;
  private Duration reconnectionDelayMax = RECONNECTION_DELAY_MAX;
  private double randomizationFactor = 0.5;
  private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
  private @Nullable Duration timeout = TIMEOUT;
  private SocketOptions socket = SOCKET;
  private @Nullable Parser parser;
  private Dispatch dispatch = Dispatch.blocking();
  private OfflinePolicy offline = OfflinePolicy.buffer();
  private ErrorHandler errorHandler = LOGGING;
  private int maxPendingAcks = 10_000;
  private int maxPendingBytes = 16 * 1024 * 1024;

  ClientOptionsBuilder(ServerUri uri) {
    super(uri);
    this.namespace = uri.path();
    path("/socket.io");
  }

  /**
   * The client's own options as set so far.
   *
   * @throws IllegalArgumentException if two options contradict each other
   * @throws IllegalStateException if no parser is given and no JSON library is found
   */
  final ClientOptions clientOptions() {
    if (reconnectionDelayMax.compareTo(reconnectionDelay) < 0) {
      throw new IllegalArgumentException(
          "reconnectionDelayMax "
              + reconnectionDelayMax
              + " is shorter than reconnectionDelay "
              + reconnectionDelay);
    }
    return new ClientOptions(
        namespace,
        autoConnect,
        reconnection,
        reconnectionAttempts,
        reconnectionDelay,
        reconnectionDelayMax,
        randomizationFactor,
        random,
        timeout,
        socket,
        parser != null ? parser : JsonParser.create(),
        dispatch,
        offline,
        errorHandler,
        maxPendingAcks,
        maxPendingBytes);
  }

  /**
   * The credentials that each namespace is asked for with: a map, a record, anything that is a JSON
   * object. Default none.
   */
  public B auth(Object auth) {
    socket = socket.auth(auth);
    return self();
  }

  /**
   * As {@link #auth(Object)}, asked before each CONNECT packet, and so at each reconnection; null
   * for none. Called beside the listeners' threads, where it may block unless {@link
   * Dispatch#ioThread()} is chosen.
   *
   * <p>If it fails, the socket gets a {@code connect_error} of kind {@link
   * ConnectException.Kind#AUTH}, and it is asked again after the delay of a reconnection; without
   * reconnection the socket stays away.
   */
  public B auth(Supplier<? extends @Nullable Object> supplier) {
    socket = socket.auth(supplier);
    return self();
  }

  /** As {@link #auth(Supplier)}, for credentials that take their time; must not block. */
  public B authAsync(Supplier<? extends CompletionStage<? extends @Nullable Object>> supplier) {
    socket = socket.authAsync(supplier);
    return self();
  }

  /** Whether sockets connect as soon as they are asked for. Default true. */
  public B autoConnect(boolean connect) {
    this.autoConnect = connect;
    return self();
  }

  /** Whether a connection that is lost, or could not be opened, is opened again. Default true. */
  public B reconnection(boolean reconnect) {
    this.reconnection = reconnect;
    return self();
  }

  /**
   * How often that is tried before the client gives up; 0 for any number, the default.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public B reconnectionAttempts(int attempts) {
    this.reconnectionAttempts = Bounds.notNegative("reconnectionAttempts", attempts);
    return self();
  }

  /**
   * How long to wait before the first attempt; each further one waits twice as long. Default 1 s.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B reconnectionDelay(Duration delay) {
    this.reconnectionDelay = Bounds.time("reconnectionDelay", delay);
    return self();
  }

  /**
   * How long to wait at most. Default 5 s.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B reconnectionDelayMax(Duration delay) {
    this.reconnectionDelayMax = Bounds.time("reconnectionDelayMax", delay);
    return self();
  }

  /**
   * By which part, 0 to 1, the wait is longer or shorter at random, so that the clients of a server
   * that was restarted don't come back all at once. Default 0.5.
   */
  public B randomizationFactor(double factor) {
    this.randomizationFactor = Bounds.fraction("randomizationFactor", factor);
    return self();
  }

  /** Where its random numbers come from, from 0 (inclusive) to 1 (exclusive). For tests. */
  public B random(DoubleSupplier random) {
    this.random = Objects.requireNonNull(random, "random");
    return self();
  }

  /**
   * How long opening the connection may take, over all transports that are tried. Default 20 s.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B timeout(Duration timeout) {
    this.timeout = Bounds.time("timeout", timeout);
    return self();
  }

  /** Lets opening the connection take as long as the transports allow. */
  public B noTimeout() {
    this.timeout = null;
    return self();
  }

  /**
   * How long an answer is waited for where {@code emit} says nothing else. Default: any time.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B ackTimeout(Duration timeout) {
    socket = socket.ackTimeout(timeout);
    return self();
  }

  /**
   * How often an event is sent again until the server answers it; more than 0 sends all events but
   * volatile ones at least once and in their order, the next once the last was answered, and the
   * server must answer each. An event is sent again when its {@link #ackTimeout} is over and after
   * a reconnection; without an {@code ackTimeout} silence is waited out. Default 0.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public B retries(int retries) {
    socket = socket.retries(retries);
    return self();
  }

  /** What turns packets into messages; the server must use the same. Default: the JSON parser. */
  public B parser(Parser parser) {
    this.parser = Objects.requireNonNull(parser, "parser");
    return self();
  }

  /** On which threads listeners run. Default: {@link Dispatch#blocking()}. */
  public B dispatch(Dispatch dispatch) {
    this.dispatch = Objects.requireNonNull(dispatch, "dispatch");
    return self();
  }

  /**
   * What becomes of events that are emitted while a socket is not connected, and how many may wait
   * for their answers with {@link #retries}. Default {@link OfflinePolicy#buffer()}.
   */
  public B offline(OfflinePolicy policy) {
    this.offline = Objects.requireNonNull(policy, "policy");
    return self();
  }

  /** Gets what listeners throw. Default: it is logged. */
  public B onError(ErrorHandler handler) {
    this.errorHandler = Objects.requireNonNull(handler, "handler");
    return self();
  }

  /**
   * How many answers the server may owe, per socket, before an event that wants one more fails with
   * a {@link TooManyAcksException}. Default 10,000.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public B maxPendingAcks(int acks) {
    this.maxPendingAcks = Bounds.positive("maxPendingAcks", acks);
    return self();
  }

  /**
   * How many bytes of received events may wait for listeners, each event counting 128 more, before
   * the client stops reading; and how many may come for a socket before it is connected, before the
   * connection is closed. Default 16 MiB.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public B maxPendingBytes(int bytes) {
    this.maxPendingBytes = Bounds.positive("maxPendingBytes", bytes);
    return self();
  }
}
