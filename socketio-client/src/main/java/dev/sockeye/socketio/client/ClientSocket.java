// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.client.CloseDetails;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.EventListener;
import dev.sockeye.socketio.EventReceiver;
import dev.sockeye.socketio.OutgoingListener;
import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.spi.Events;
import dev.sockeye.socketio.spi.RequestListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One namespace of the server, over the connection of a {@link SocketIoClient}.
 *
 * <p>It lives as long as the client: connected, disconnected and connected again, each time with a
 * new {@link #id()} unless it is {@link #isRecovered() recovered}; so listeners are added once.
 * Safe for use from any thread. All its listeners run as {@link EventListener} says: what came
 * before the socket was connected, then {@link #onConnect}, events, and {@link #onDisconnect} after
 * all events that came before. What waits when the application itself disconnects is not heard.
 *
 * <p>Implements "The Socket instance (client-side)" of the Socket.IO documentation.
 */
public final class ClientSocket implements EventReceiver, Emitter {
  private final Manager manager;
  private final String namespace;
  private final SocketListeners listeners;
  private final Outbox outbox;
  private final SocketOperator operator;
  private final Membership membership;

  ClientSocket(Manager manager, String namespace, SocketOptions options) {
    this.manager = manager;
    this.namespace = namespace;
    this.listeners = new SocketListeners(this, manager);
    this.outbox = new Outbox(this, manager, options);
    this.operator = new SocketOperator(outbox, SendFlags.DEFAULTS);
    this.membership = new Membership(this, manager, outbox, options.auth());
  }

  /** The namespace's name, with its leading slash. */
  public String namespace() {
    return namespace;
  }

  /** The id that the server knows it by; empty unless it is connected. */
  public Optional<String> id() {
    return Optional.ofNullable(membership.id());
  }

  /** Whether the server has confirmed the connection, and neither side has ended it since. */
  public boolean isConnected() {
    return membership.link() != null;
  }

  /**
   * Whether it is connected or will be without further ado: false after {@link #disconnect()}, a
   * refusal, the server's own disconnection, and once the client has given up reconnecting.
   */
  public boolean isActive() {
    synchronized (manager.lock()) {
      return membership.isSubscribed() && !manager.reconnection().hasGivenUp();
    }
  }

  /**
   * Whether the last connection went on with the session before: the server has sent what was
   * missed, and knows the same id, rooms and data. Implements "Connection state recovery" of the
   * Socket.IO documentation.
   */
  public boolean isRecovered() {
    return membership.isRecovered();
  }

  /**
   * Connects, and opens the connection below where it is not open; while that waits for its next
   * attempt, so does the socket. Without effect if it is connected or connecting.
   *
   * @throws IllegalStateException if the client is closed
   */
  public void connect() {
    membership.connect();
  }

  /**
   * Disconnects, for good until {@link #connect()}. The connection below stays open as long as
   * another socket of the client is connected. Without effect if it is not connected.
   */
  public void disconnect() {
    synchronized (manager.lock()) {
      leave();
      manager.closeIfIdle();
    }
  }

  /** Other credentials, for all CONNECT packets from now on; see the client's option. */
  public void auth(Object auth) {
    membership.auth(Auth.of(auth));
  }

  /** As {@link #auth(Object)}, asked each time; see the client's option. */
  public void auth(Supplier<? extends @Nullable Object> supplier) {
    membership.auth(Auth.supplied(supplier));
  }

  /** As {@link #auth(Supplier)}, for credentials that take their time. */
  public void authAsync(Supplier<? extends CompletionStage<? extends @Nullable Object>> supplier) {
    membership.auth(Auth.async(supplier));
  }

  /** The events that wait until the socket is connected, in their order; a snapshot. */
  public List<BufferedEvent> sendBuffer() {
    return outbox.buffered();
  }

  /** Drops them; those who wait for answers get a {@link NotSentException}. */
  public void clearSendBuffer() {
    outbox.clear();
  }

  @Override
  public SocketOperator toServer() {
    return operator;
  }

  @Override
  public Subscription on(String event, EventListener listener) {
    Events.checkName(event);
    return listeners.ofEvents().add(event, listener);
  }

  @Override
  public Subscription once(String event, EventListener listener) {
    Events.checkName(event);
    return listeners.ofEvents().addOnce(event, listener);
  }

  @Override
  public Subscription onRequest(
      String event, Function<? super Args, ? extends @Nullable Object> listener) {
    return on(event, new RequestListener(listener, error -> manager.onError(error, this, event)));
  }

  /** Removes all listeners of an event. */
  public void off(String event) {
    listeners.ofEvents().removeAll(event);
  }

  /** Removes all listeners of all events, but for catch-all ones and those of the life cycle. */
  public void off() {
    listeners.ofEvents().removeAll();
  }

  /** Adds a listener that is told each time when the socket is connected. */
  public Subscription onConnect(Runnable listener) {
    return listeners.ofLife().on(Moment.CONNECT, listener);
  }

  /** Adds a listener that is told when the socket, or the connection below, can't be opened. */
  public Subscription onConnectError(Consumer<? super ConnectException> listener) {
    return listeners.ofLife().on(Moment.CONNECT_ERROR, listener);
  }

  /** Adds a listener that is told when the socket is connected no more. */
  public Subscription onDisconnect(DisconnectListener listener) {
    return listeners.ofLife().on(Moment.DISCONNECT, listener);
  }

  /** Adds a listener of all events, which is called before those of the event's name. */
  public Subscription onAny(CatchAllListener listener) {
    return listeners.catchAll().add("any", listener);
  }

  /** As {@link #onAny}, before those that were added so far. */
  public Subscription prependAny(CatchAllListener listener) {
    return listeners.catchAll().prepend("any", listener);
  }

  /** Removes all listeners of {@link #onAny}. */
  public void offAny() {
    listeners.catchAll().removeAll();
  }

  /** The listeners of {@link #onAny} in the order of their calls; a snapshot. */
  public List<CatchAllListener> listenersAny() {
    return listeners.catchAll().list();
  }

  /**
   * Adds a listener of all events that are sent, told when they leave and not while they wait. It
   * must wait for nothing, since the socket sends nothing else meanwhile.
   */
  public Subscription onAnyOutgoing(OutgoingListener listener) {
    return listeners.outgoing().add("any", listener);
  }

  /** As {@link #onAnyOutgoing}, before those that were added so far. */
  public Subscription prependAnyOutgoing(OutgoingListener listener) {
    return listeners.outgoing().prepend("any", listener);
  }

  /** Removes all listeners of {@link #onAnyOutgoing}. */
  public void offAnyOutgoing() {
    listeners.outgoing().removeAll();
  }

  /** The listeners of {@link #onAnyOutgoing} in the order of their calls; a snapshot. */
  public List<OutgoingListener> listenersAnyOutgoing() {
    return listeners.outgoing().list();
  }

  SocketListeners listeners() {
    return listeners;
  }

  Membership membership() {
    return membership;
  }

  /** A packet of its namespace has come; called on the connection's thread. */
  void onPacket(Link from, DecodedPacket packet, int bytes) {
    switch (packet.type()) {
      case EVENT, BINARY_EVENT -> membership.onEvent(from, packet, bytes);
      case ACK, BINARY_ACK -> outbox.onAnswer(packet.id(), packet.args());
      case CONNECT -> membership.onConnect(from, packet.args());
      case CONNECT_ERROR -> membership.onRefusal(from, packet);
      case DISCONNECT -> membership.onServerDisconnect(from);
    }
  }

  /** Disconnects; the connection below stays. Called under the manager's lock. */
  void leave() {
    membership.leave();
  }

  /** The client is closed. Called under the manager's lock. */
  void close() {
    outbox.close();
  }

  /** The connection below could not be opened. Called under the manager's lock. */
  void tellConnectError(ConnectException error) {
    manager.threads().lane().post(() -> listeners.tellConnectError(error));
  }

  /** The connection below has ended. Called under the manager's lock. */
  void onLoss(DisconnectReason reason, @Nullable CloseDetails details) {
    membership.onLoss(reason, details);
  }

  @Override
  public String toString() {
    return "ClientSocket[" + namespace + "]";
  }
}
