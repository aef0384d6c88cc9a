// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of a server with sockets, rooms, events and middleware of its own. Lives as long as the
 * server; {@link SocketIoServer#of} makes it. Safe for use from any thread.
 *
 * <p>Implements "Namespaces" of the Socket.IO documentation.
 */
public final class Namespace implements Broadcaster {
  private static final Logger LOG = LoggerFactory.getLogger(Namespace.class);
  private static final CompletableFuture<Void> PASS = CompletableFuture.completedFuture(null);

  private final SocketIoServer server;
  private final Delivery delivery;
  private final Adapter adapter;
  private final BroadcastOperator all = new BroadcastOperator(this, BroadcastOptions.ALL);
  private final CopyOnWriteArrayList<Function<? super Socket, ? extends CompletionStage<?>>> chain =
      new CopyOnWriteArrayList<>();
  private final Listeners<Consumer<? super Socket>> listeners = new Listeners<>();

  /** By id, from a socket's confirmation until the listeners of its end have run. */
  private final ConcurrentHashMap<String, Socket> sockets = new ConcurrentHashMap<>();

  Namespace(SocketIoServer server, String name) {
    this.server = server;
    this.delivery = new Delivery(name, server.encoder(), server.engine());
    this.adapter = server.adapterFactory().create(delivery);
    adapter
        .init()
        .whenComplete(
            (done, error) -> {
              if (error != null) {
                LOG.error("the adapter of {} failed to start", this, error);
              }
            });
  }

  /** The name, with its leading slash. */
  public String name() {
    return delivery.name();
  }

  /** The server to which it belongs. */
  public SocketIoServer server() {
    return server;
  }

  /** What knows the rooms and carries the broadcasts. */
  public Adapter adapter() {
    return adapter;
  }

  /**
   * The sockets of this node that are connected to the namespace, or are telling their listeners of
   * their end; a live view.
   */
  public Collection<Socket> sockets() {
    return Collections.unmodifiableCollection(sockets.values());
  }

  /** A socket of this node, as long as it is one of {@link #sockets()}. */
  public Optional<Socket> socket(String id) {
    return Optional.ofNullable(sockets.get(id));
  }

  /**
   * Adds a listener of connections: it is called for each socket that has joined the namespace,
   * after the client was told and before any of the socket's events, as {@link EventListener} is.
   */
  public Subscription onConnection(Consumer<? super Socket> listener) {
    return listeners.add("connection", listener);
  }

  /**
   * Adds a middleware. They are asked in the order in which they were added; the first that throws
   * refuses the socket. It runs as {@link EventListener} does.
   */
  public void use(Middleware middleware) {
    chain.add(
        socket -> {
          try {
            middleware.accept(socket);
            return PASS;
          } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
          }
        });
  }

  /**
   * Adds a middleware that takes its time: the socket waits for the stage, and is refused if that
   * fails. Events of the connection's sockets in other namespaces go on meanwhile.
   *
   * @see Middleware
   */
  public void useAsync(Function<? super Socket, ? extends CompletionStage<?>> middleware) {
    chain.add(middleware);
  }

  @Override
  public BroadcastOperator toAll() {
    return all;
  }

  Socket newSocket(Connection connection, Args auth) {
    String id = connection.isOld() ? oldId(connection) : server.newSocketId();
    Handshake handshake = new Handshake(connection.session().request(), Instant.now(), auth);
    return new Socket(this, connection, id, handshake);
  }

  /** Clients of Socket.IO 2 make their ids themselves, from that of the session. */
  private String oldId(Connection connection) {
    String id = connection.session().id();
    return name().equals("/") ? id : name() + "#" + id;
  }

  Admission admission(Socket socket, int bytes) {
    return new Admission(socket, List.copyOf(chain), bytes);
  }

  long nextAckId() {
    return delivery.nextId();
  }

  void add(Socket socket) {
    sockets.put(socket.id(), socket);
  }

  void remove(Socket socket) {
    sockets.remove(socket.id(), socket);
  }

  /** Tells the listeners of a new socket; called on its lane. */
  void announce(Socket socket) {
    for (Listeners.Entry<Consumer<? super Socket>> entry : listeners.snapshot()) {
      try {
        entry.listener().accept(socket);
      } catch (Throwable e) {
        server.onError(e, socket, entry.name());
      }
    }
  }

  @Override
  public String toString() {
    return "Namespace[" + name() + "]";
  }
}
