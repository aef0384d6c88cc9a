// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.EventListener;
import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of a server with sockets, rooms, events and middleware of its own. Lives as long as the
 * server, but for what {@code cleanupEmptyChildNamespaces} ends; {@link SocketIoServer#of} makes
 * it, or a {@link ParentNamespace}. Safe for use from any thread.
 *
 * <p>Implements "Namespaces" of the Socket.IO documentation.
 */
public final class Namespace implements Broadcaster {
  private static final Logger LOG = LoggerFactory.getLogger(Namespace.class);

  private final SocketIoServer server;
  private final @Nullable ParentNamespace parent;
  private final @Nullable Matcher match;
  private final Entrance entrance;
  private final ServerSideEvents serverSideEvents;
  private final Delivery delivery;
  private final Adapter adapter;

  /** Complete once the listeners of new namespaces were told, with an error if one has failed. */
  private final CompletableFuture<Void> told = new CompletableFuture<>();

  /** Complete once clients may come; with an error if none ever may. */
  private final CompletableFuture<?> opened;

  private final Audience audience;

  /** Null unless clients that are lost may come back. */
  private final @Nullable Recovery recovery;

  private final BroadcastOperator all;

  /** Null unless this ends with its last socket. */
  private final @Nullable Occupancy occupancy;

  /** By id, from a socket's confirmation until the listeners of its end have run. */
  private final ConcurrentHashMap<String, Socket> sockets = new ConcurrentHashMap<>();

  /**
   * @param parent the parent that makes it; null if it was named by the application
   * @param match how the parent's pattern matches the name; null if it has none
   */
  Namespace(
      SocketIoServer server,
      String name,
      @Nullable ParentNamespace parent,
      @Nullable Matcher match) {
    this.server = server;
    this.parent = parent;
    this.match = match;
    this.entrance = new Entrance(parent == null ? null : parent.entrance());
    this.occupancy = parent != null && server.cleansUp() ? new Occupancy() : null;
    this.serverSideEvents = new ServerSideEvents(name, server.dispatch(), server.values());
    this.delivery =
        new Delivery(name, server.encoder(), server.engine(), serverSideEvents, server.recovery());
    this.adapter = server.adapterFactory().create(delivery);
    this.recovery = Recovery.of(server.recovery(), adapter);
    this.audience = new NamespaceAudience(name, adapter, server.dispatch());
    this.all = new BroadcastOperator(audience, BroadcastOptions.ALL);
    CompletableFuture<?> started = start();
    this.opened = told.thenCompose(ignored -> started);
  }

  /**
   * Starts the adapter. Clients are let in at last without it, if it fails or takes too long: those
   * of this node reach each other.
   */
  private CompletableFuture<?> start() {
    return adapter
        .init()
        .handle(
            (done, error) -> {
              if (error != null) {
                LOG.error("the adapter of {} failed to start", this, error);
              }
              return null;
            })
        .toCompletableFuture()
        .completeOnTimeout(null, server.connectTimeout().toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Complete once clients may come; with an error if none ever may. */
  CompletableFuture<?> opened() {
    return opened;
  }

  /**
   * The listeners of new namespaces have heard of it: clients may come once the adapter is there.
   */
  void open() {
    told.complete(null);
  }

  /** A listener of new namespaces has failed: no client may come. */
  void refuse(Throwable why) {
    told.completeExceptionally(why);
  }

  /** The name, with its leading slash. */
  public String name() {
    return delivery.name();
  }

  /** The parent through which it came into being, or which matches its name; empty if none. */
  public Optional<ParentNamespace> parent() {
    return Optional.ofNullable(parent);
  }

  /**
   * What a named group of the parent's pattern has captured of the name: of {@code /tenant-acme}
   * the {@code acme}, if the pattern is {@code /tenant-(?<tenant>\\w+)}.
   *
   * @return empty if the group took no part in the match
   * @throws IllegalArgumentException if there is no such group
   */
  public String captured(String group) {
    if (match == null) {
      throw new IllegalArgumentException(
          "'" + group + "' can't be captured: " + name() + " was made by no pattern");
    }
    String captured = match.group(group);
    return captured == null ? "" : captured;
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
    return entrance.onConnection(listener);
  }

  /**
   * Adds a middleware. They are asked in the order in which they were added; the first that throws
   * refuses the socket. It runs as {@link EventListener} does.
   */
  public void use(Middleware middleware) {
    entrance.use(middleware);
  }

  /**
   * Adds a middleware that takes its time: the socket waits for the stage, and is refused if that
   * fails. Events of the connection's sockets in other namespaces go on meanwhile.
   *
   * @see Middleware
   */
  public void useAsync(Function<? super Socket, ? extends CompletionStage<?>> middleware) {
    entrance.useAsync(middleware);
  }

  @Override
  public BroadcastOperator toAll() {
    return all;
  }

  /**
   * Sends an event to the other nodes of the cluster, whose listeners of {@link #onServerSide} hear
   * it; never to this one. Without a cluster nothing happens.
   *
   * @throws IllegalArgumentException if the name is reserved
   */
  public void serverSideEmit(String event, @Nullable Object... args) {
    adapter.serverSideEmit(ServerSideEvents.nameAndArguments(event, args), false);
  }

  /**
   * Sends an event to the other nodes of the cluster and collects their answers, one each.
   *
   * @return the answers, each with one argument; at once an empty list if this node is alone; fails
   *     when a node doesn't answer in the time that the adapter gives it
   * @throws IllegalArgumentException if the name is reserved
   */
  public CompletableFuture<List<Args>> serverSideEmitWithAck(
      String event, @Nullable Object... args) {
    return serverSideEvents.answers(
        adapter.serverSideEmit(ServerSideEvents.nameAndArguments(event, args), true));
  }

  /**
   * Adds a listener of an event that another node of the cluster has sent with {@link
   * #serverSideEmit}. The calls of one namespace come in order and never overlap, on a thread of
   * the server's {@link Dispatch}; what it throws is logged.
   *
   * @throws IllegalArgumentException if the name is reserved
   */
  public Subscription onServerSide(String event, Consumer<? super Args> listener) {
    return onServerSideRequest(
        event,
        args -> {
          listener.accept(args);
          return ServerSideEvents.NO_ANSWER;
        });
  }

  /**
   * As {@link #onServerSide}, for a listener whose result, or its stage's, is this node's answer.
   * If several answer, the first counts; one that fails is no answer.
   */
  public Subscription onServerSideRequest(
      String event, Function<? super Args, ? extends @Nullable Object> listener) {
    return serverSideEvents.add(event, listener);
  }

  /** Lets a socket in, who will {@link #leave}; false if this has just been ended. */
  boolean enter() {
    return occupancy == null || occupancy.enter();
  }

  /** A socket that was let in is there no more. */
  void leave() {
    if (occupancy != null && occupancy.leave()) {
      server.registry().remove(this);
    }
  }

  /** Nobody will come any more. */
  void end() {
    if (parent != null) {
      parent.remove(this);
    }
    adapter.close();
  }

  Audience audience() {
    return audience;
  }

  Socket newSocket(Connection connection, Handshake handshake) {
    String id = connection.isOld() ? oldId(connection) : server.newSocketId();
    return new Socket(this, connection, id, handshake, connection.isOld() ? null : recovery);
  }

  /** Clients of Socket.IO 2 make their ids themselves, from that of the session. */
  private String oldId(Connection connection) {
    String id = connection.session().id();
    return name().equals("/") ? id : name() + "#" + id;
  }

  Admission admission(Socket socket, int bytes) {
    return new Admission(socket, entrance, bytes);
  }

  long nextAckId() {
    return delivery.nextId();
  }

  void add(Socket socket) {
    sockets.put(socket.id(), socket);
  }

  void remove(Socket socket) {
    sockets.remove(socket.id(), socket);
    leave();
  }

  /** Tells the listeners of a new socket; called on its lane. */
  void announce(Socket socket) {
    ServerObserver observer = server.observer();
    if (observer != null) {
      observer.onConnect(socket);
    }
    entrance.announce(socket);
  }

  @Override
  public String toString() {
    return "Namespace[" + name() + "]";
  }
}
