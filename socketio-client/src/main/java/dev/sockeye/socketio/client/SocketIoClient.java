// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.client.CookieStore;
import dev.sockeye.engineio.client.EngineClient;
import dev.sockeye.engineio.client.EngineConnection;
import dev.sockeye.engineio.client.ServerUri;
import dev.sockeye.engineio.spi.Bounds;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.Subscription;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * A client of one server: it keeps one connection for any number of namespaces, and opens it again
 * when it is lost. What the reference calls a manager.
 *
 * <pre>{@code
 * try (SocketIoClient client = SocketIoClient.builder("https://chat.example/admin").build()) {
 *   ClientSocket socket = client.socket(); // the namespace /admin
 *   socket.on("news", String.class, news -> …);
 *   socket.emit("hello", "world");
 *   …
 * }
 * }</pre>
 *
 * <p>Nothing is shared between clients but what they are given, so each new one is a new connection
 * ({@code forceNew} of the reference). The path of the address names the namespace of {@link
 * #socket()}; the path of the server's requests is the option {@code path}. All methods may be
 * called from any thread. Listeners of the client run as those of its sockets do, in one order with
 * them; where both hear of the same thing, those of the sockets come first.
 *
 * <p>Implements "The Manager" of the Socket.IO documentation.
 */
public final class SocketIoClient implements AutoCloseable {
  private final EngineClient engine;
  private final ClientOptions options;
  private final Manager manager;

  private SocketIoClient(EngineClient engine, ClientOptions options) {
    this.engine = engine;
    this.options = options;
    this.manager = new Manager(engine, options);
  }

  /**
   * Options that start from the defaults.
   *
   * @param uri the server's address, and a namespace as its path; its query is sent along
   * @throws IllegalArgumentException if it is not the address of a server, see {@link
   *     ServerUri#parse}
   */
  public static Builder builder(String uri) {
    return new Builder(ServerUri.parse(uri));
  }

  /** As {@link #builder(String)}. */
  public static Builder builder(URI uri) {
    return new Builder(ServerUri.of(uri));
  }

  /** The socket of the namespace that the server's address names, the main one if it names none. */
  public ClientSocket socket() {
    return socket(options.namespace());
  }

  /** As {@link #socket(String, UnaryOperator)}, with the client's options. */
  public ClientSocket socket(String namespace) {
    return socket(namespace, same -> same);
  }

  /**
   * The socket of a namespace: the same one each time. With {@code autoConnect} it is connecting
   * when this returns, also where it was disconnected before.
   *
   * @param namespace its name; a missing leading slash is added, and the empty name is {@code "/"}
   * @param change makes the socket's options of the client's; counts the first time only
   * @throws IllegalArgumentException if the name has a comma, which ends it on the wire
   * @throws IllegalStateException if the client is closed
   */
  public ClientSocket socket(String namespace, UnaryOperator<SocketOptions> change) {
    if (namespace.indexOf(',') >= 0) {
      throw new IllegalArgumentException(
          "a namespace's name can't have a comma: '" + namespace + "'");
    }
    manager.checkNotClosed();
    String full = namespace.startsWith("/") ? namespace : "/" + namespace;
    ClientSocket socket = manager.sockets().of(full, change.apply(options.socket()));
    if (options.autoConnect() && !socket.isActive()) {
      socket.connect();
    }
    return socket;
  }

  /** As {@link #socket()}, whatever {@code autoConnect} says not connecting yet. */
  ClientSocket idleSocket() {
    return manager.sockets().of(options.namespace(), options.socket());
  }

  /**
   * Opens the connection, now, unless it is open or opening, and joins the namespaces of the
   * sockets that want to be connected. Sockets do it by themselves.
   *
   * @throws IllegalStateException if the client is closed
   */
  public void open() {
    manager.open();
  }

  /**
   * As {@link #open()}, but in one attempt: a failure is not followed by others.
   *
   * @return complete when the connection is open; fails with a {@link ConnectException}
   */
  public CompletableFuture<Void> openOnce() {
    return manager.openOnce();
  }

  /** Whether the connection is open; each socket says whether it is connected. */
  public boolean isOpen() {
    return manager.isOpen();
  }

  /**
   * The connection at the moment, for its transport and its state; another one after each
   * reconnection. Empty while there is none.
   */
  public Optional<EngineConnection> engine() {
    return Optional.ofNullable(manager.connection());
  }

  /**
   * The server: that of the connection which was opened last, where the option {@code uri} leads
   * from one to another.
   */
  public ServerUri uri() {
    return engine.uri();
  }

  /** Where cookies are kept, from one connection to the next. */
  public CookieStore cookies() {
    return engine.cookies();
  }

  /** Whether the client opens a connection again that was lost or could not be opened. */
  public boolean reconnection() {
    synchronized (manager.lock()) {
      return manager.reconnection().isEnabled();
    }
  }

  /** Changes the option; false also ends a loop of attempts that is running. */
  public void reconnection(boolean reconnect) {
    synchronized (manager.lock()) {
      manager.reconnection().enable(reconnect);
    }
  }

  /** How many attempts are made; 0 for any number. */
  public int reconnectionAttempts() {
    synchronized (manager.lock()) {
      return manager.reconnection().maxAttempts();
    }
  }

  /** Changes the option. */
  public void reconnectionAttempts(int attempts) {
    Bounds.notNegative("reconnectionAttempts", attempts);
    synchronized (manager.lock()) {
      manager.reconnection().maxAttempts(attempts);
    }
  }

  /** The wait before the first attempt. */
  public Duration reconnectionDelay() {
    synchronized (manager.lock()) {
      return manager.reconnection().backoff().delay();
    }
  }

  /** Changes the option. */
  public void reconnectionDelay(Duration delay) {
    Bounds.time("reconnectionDelay", delay);
    synchronized (manager.lock()) {
      manager.reconnection().backoff().delay(delay);
    }
  }

  /** The longest wait. */
  public Duration reconnectionDelayMax() {
    synchronized (manager.lock()) {
      return manager.reconnection().backoff().max();
    }
  }

  /** Changes the option. */
  public void reconnectionDelayMax(Duration delay) {
    Bounds.time("reconnectionDelayMax", delay);
    synchronized (manager.lock()) {
      manager.reconnection().backoff().max(delay);
    }
  }

  /** By which part waits differ at random. */
  public double randomizationFactor() {
    synchronized (manager.lock()) {
      return manager.reconnection().backoff().factor();
    }
  }

  /** Changes the option. */
  public void randomizationFactor(double factor) {
    Bounds.fraction("randomizationFactor", factor);
    synchronized (manager.lock()) {
      manager.reconnection().backoff().factor(factor);
    }
  }

  /** How long opening the connection may take; empty for any time. */
  public Optional<Duration> timeout() {
    synchronized (manager.lock()) {
      return Optional.ofNullable(manager.timeout());
    }
  }

  /** Changes the option, for attempts from now on. */
  public void timeout(Duration timeout) {
    Bounds.time("timeout", timeout);
    synchronized (manager.lock()) {
      manager.timeout(timeout);
    }
  }

  /** Adds a listener that is told when the connection is open. */
  public Subscription onOpen(Runnable listener) {
    return manager.listeners().on(Moment.OPEN, listener);
  }

  /** Adds a listener that is told when the connection could not be opened. */
  public Subscription onError(Consumer<? super ConnectException> listener) {
    return manager.listeners().on(Moment.ERROR, listener);
  }

  /** Adds a listener that is told when the server has pinged. */
  public Subscription onPing(Runnable listener) {
    return manager.listeners().on(Moment.PING, listener);
  }

  /** Adds a listener of all packets that come, of all namespaces. */
  public Subscription onPacket(Consumer<? super DecodedPacket> listener) {
    return manager.listeners().on(Moment.PACKET, listener);
  }

  /** Adds a listener that is told when the connection has ended. */
  public Subscription onClose(DisconnectListener listener) {
    return manager.listeners().on(Moment.CLOSE, listener);
  }

  /**
   * Adds a listener that is told before each attempt to open the connection again, with the number
   * of the attempt. The attempt waits for it, so it may change what the attempt uses.
   */
  public Subscription onReconnectAttempt(IntConsumer listener) {
    return manager.listeners().on(Moment.RECONNECT_ATTEMPT, listener);
  }

  /**
   * Adds a listener that is told when the connection is open again, with the number of attempts.
   */
  public Subscription onReconnect(IntConsumer listener) {
    return manager.listeners().on(Moment.RECONNECT, listener);
  }

  /** Adds a listener that is told when an attempt has failed. */
  public Subscription onReconnectError(Consumer<? super ConnectException> listener) {
    return manager.listeners().on(Moment.RECONNECT_ERROR, listener);
  }

  /** Adds a listener that is told when the last of {@code reconnectionAttempts} has failed. */
  public Subscription onReconnectFailed(Runnable listener) {
    return manager.listeners().on(Moment.RECONNECT_FAILED, listener);
  }

  /**
   * Disconnects all sockets, closes the connection once what was sent has left, and ends the
   * client's threads. What still waits for a connection, or for its turn with {@code retries}, is
   * given up. Without effect the second time.
   *
   * @return complete when that is done
   */
  public CompletableFuture<Void> closeAsync() {
    return manager.close();
  }

  /** As {@link #closeAsync()}, and waits for it, unless called by the client's own I/O thread. */
  @Override
  public void close() {
    CompletableFuture<Void> closed = closeAsync();
    if (manager.threads().inThread()) {
      return;
    }
    try {
      closed.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the client's network could not be closed", e.getCause());
    }
  }

  /** Collects options: the engine's, and those of {@link ClientOptionsBuilder}. */
  public static final class Builder extends ClientOptionsBuilder<Builder> {
    private Builder(ServerUri uri) {
      super(uri);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * The client. With {@code autoConnect} it opens its connection when the first socket is asked
     * for.
     *
     * @throws IllegalArgumentException if two options contradict each other
     * @throws IllegalStateException if no parser is given and no JSON library is found
     */
    public SocketIoClient build() {
      ClientOptions options = clientOptions();
      return new SocketIoClient(EngineClient.create(engineOptions()), options);
    }
  }
}
