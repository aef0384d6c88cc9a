// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A client without listeners, for scripts and tests: each method blocks until it is done. Made for
 * virtual threads too, none of which is pinned while it waits.
 *
 * <pre>{@code
 * try (SimpleClient client = SimpleClient.connect("http://localhost:3000")) {
 *   client.emit("hello", "world");
 *   Receipt receipt = client.call("save", order).get(0, Receipt.class);
 *   SimpleClient.Event news = client.receive(Duration.ofSeconds(5));
 * }
 * }</pre>
 *
 * <p>After a loss it reconnects by itself, as its options say; what is emitted meanwhile waits.
 */
public final class SimpleClient implements AutoCloseable {
  private static final int MAX_UNREAD = 10_000;
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

  private final SocketIoClient client;
  private final ClientSocket socket;

  /** What came, and behind the last event nothing. */
  private final BlockingQueue<Optional<Event>> unread = new LinkedBlockingQueue<>(MAX_UNREAD);

  /** Whether nobody will receive anything any more. */
  private volatile boolean isClosed;

  /**
   * An event of the server.
   *
   * @param name its name
   * @param args its arguments
   */
  public record Event(String name, Args args) {}

  private SimpleClient(SocketIoClient client) {
    this.client = client;
    this.socket = client.idleSocket();
  }

  /** As {@link #connect(String, UnaryOperator)}, with the default options. */
  public static SimpleClient connect(String uri) throws InterruptedException {
    return connect(uri, same -> same);
  }

  /**
   * Connects to a namespace.
   *
   * @param uri the server's address, and the namespace as its path
   * @param options sets options
   * @throws ConnectException if the first attempt fails
   */
  public static SimpleClient connect(String uri, UnaryOperator<SocketIoClient.Builder> options)
      throws InterruptedException {
    SocketIoClient client = options.apply(SocketIoClient.builder(uri)).build();
    SimpleClient simple = new SimpleClient(client);
    try {
      simple.connect();
      return simple;
    } catch (RuntimeException | InterruptedException e) {
      client.close();
      throw e;
    }
  }

  private void connect() throws InterruptedException {
    CompletableFuture<Void> connected = new CompletableFuture<>();
    socket.onConnect(() -> connected.complete(null));
    socket.onConnectError(connected::completeExceptionally);
    socket.onAny((event, args, ack) -> hear(Optional.of(new Event(event, args))));
    socket.onDisconnect(
        (reason, details) -> {
          if (!socket.isActive()) {
            end();
          }
        });
    client.onReconnectFailed(this::end);
    socket.connect();
    result(connected);
  }

  /** Waits for room, and with it the client's lane, so that it reads no further. */
  private void hear(Optional<Event> event) {
    try {
      if (!isClosed) {
        unread.put(event);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whoever waits for an event learns that there are no more; behind those that came. */
  private void end() {
    hear(Optional.empty());
  }

  /** The id that the server knows the client by; null while it is not connected. */
  public @Nullable String id() {
    return socket.id().orElse(null);
  }

  /** Whether it is connected at the moment. */
  public boolean isConnected() {
    return socket.isConnected();
  }

  /** The socket below, for all else. */
  public ClientSocket socket() {
    return socket;
  }

  /** Sends an event; see {@link SocketOperator#emit}, which doesn't wait either. */
  public void emit(String event, @Nullable Object... args) {
    socket.emit(event, args);
  }

  /**
   * Sends an event and waits for the answer, for 60 s.
   *
   * @throws AckTimeoutException if none came in time
   * @throws DisconnectedException if the connection was lost before it came
   * @throws NotSentException if the event could not be sent
   */
  public Args call(String event, @Nullable Object... args) throws InterruptedException {
    return call(CALL_TIMEOUT, event, args);
  }

  /** As {@link #call(String, Object...)}, for another time. */
  public Args call(Duration timeout, String event, @Nullable Object... args)
      throws InterruptedException {
    return result(socket.timeout(timeout).emitWithAck(event, args));
  }

  /**
   * The next event of the server, in the order in which they came. Up to 10,000 wait here; while
   * there are more the client reads no further.
   *
   * @throws TimeoutException if none comes in time
   * @throws IllegalStateException if none will come: the server has disconnected the client, the
   *     client has given up reconnecting, or was closed
   */
  public Event receive(Duration timeout) throws InterruptedException, TimeoutException {
    Optional<Event> event = unread.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    if (event == null) {
      throw new TimeoutException("no event within " + timeout);
    }
    if (event.isEmpty()) {
      unread.offer(event); // for others who wait, and for the next call
      throw new IllegalStateException("the client is disconnected, and reconnects no more");
    }
    return event.get();
  }

  private static <T> T result(CompletableFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Disconnects, once what was emitted has left; see {@link SocketIoClient#close()}. What was not
   * received is dropped.
   */
  @Override
  public void close() {
    isClosed = true;
    unread.clear(); // an event that waited for room finds it, and its thread goes on
    unread.offer(Optional.empty());
    client.close();
  }
}
