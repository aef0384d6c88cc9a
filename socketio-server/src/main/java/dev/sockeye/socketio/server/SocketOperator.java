// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.Message;
import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.TypeReference;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.spi.Events;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One socket, and how things are sent to it. Immutable: each step returns a new operator. Safe for
 * use from any thread.
 *
 * <p>Implements the flags of "Emitting events" of the Socket.IO documentation.
 */
public final class SocketOperator {
  private final Socket socket;
  private final BroadcastFlags flags;

  SocketOperator(Socket socket, BroadcastFlags flags) {
    this.socket = socket;
    this.flags = flags;
  }

  /** Drops what is sent if the connection can't send it at once. */
  public SocketOperator asVolatile() {
    return new SocketOperator(socket, flags.withVolatile());
  }

  /** Whether the transport may compress what is sent; it may by default. */
  public SocketOperator compress(boolean compress) {
    return new SocketOperator(socket, flags.withCompress(compress));
  }

  /**
   * Limits the time in which an answer is waited for; there is no limit by default.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public SocketOperator timeout(Duration timeout) {
    return new SocketOperator(socket, flags.withTimeout(timeout));
  }

  /** All other sockets of the namespace. */
  public BroadcastOperator broadcast() {
    return new BroadcastOperator(
        socket.namespace().audience(), new BroadcastOptions(Set.of(), Set.of(socket.id()), flags));
  }

  /** The other sockets in one of these rooms. */
  public BroadcastOperator to(String... rooms) {
    return broadcast().to(rooms);
  }

  /** As {@link #to}. */
  public BroadcastOperator in(String... rooms) {
    return broadcast().to(rooms);
  }

  /** All other sockets but those in these rooms. */
  public BroadcastOperator except(String... rooms) {
    return broadcast().except(rooms);
  }

  /** All other sockets of this node of the cluster. */
  public BroadcastOperator local() {
    return broadcast().local();
  }

  /**
   * Sends an event; ignored once the socket has left, unless it may come back: then it gets the
   * event as one that it has missed.
   *
   * @throws IllegalArgumentException if the name is reserved or an argument can't be encoded
   */
  public void emit(String event, @Nullable Object... args) {
    List<@Nullable Object> data = Events.nameAndArguments(event, args);
    Packet packet = Packet.event(socket.namespace().name(), Packet.NO_ID, data);
    Recoverable recoverable = socket.recoverable();
    if (recoverable == null) {
      socket.sendEvent(packet, data, flags);
    } else {
      recoverable.send(packet, flags);
    }
  }

  /** Sends the event {@code message}, as {@link #emit} does. */
  public void send(@Nullable Object... args) {
    emit("message", args);
  }

  /**
   * Sends an event and waits for the answer of the client.
   *
   * @return the arguments of the answer; fails with {@link AckTimeoutException} when the {@link
   *     #timeout} is over, with {@link DisconnectedException} when the socket leaves, and with
   *     {@link TooManyAcksException} at once if it owes too many answers already. It is completed
   *     on a thread of the server's {@link Dispatch}, independently of listeners that run, so a
   *     listener may wait for it
   * @throws IllegalArgumentException if the name is reserved or an argument can't be encoded
   */
  public CompletableFuture<Args> emitWithAck(String event, @Nullable Object... args) {
    Namespace namespace = socket.namespace();
    long number = namespace.nextAckId();
    List<@Nullable Object> data = Events.nameAndArguments(event, args);
    Packet packet = Packet.event(namespace.name(), number, data);
    // Encoded before an answer is waited for: an argument that can't be is the caller's fault.
    Message message =
        namespace.server().encoder().encode(packet, flags.isVolatile(), flags.compress(), false);
    SingleAck pending = new SingleAck(namespace.server().dispatch());
    PendingAcks owed = socket.pendingAcks();
    switch (owed.add(number, pending)) {
      case CLOSED -> {
        pending.onDisconnect(socket.reasonOr(DisconnectReason.FORCED_CLOSE));
        return pending.future();
      }
      case FULL -> {
        pending.fail(new TooManyAcksException(socket.toString(), socket.maxPendingAcks()));
        return pending.future();
      }
      case ADDED -> {}
    }
    if (flags.timeout() != null) {
      pending.startTimer(socket.conn().scheduler(), owed, number, flags.timeout());
    }
    socket.tellOutgoing(data);
    socket.conn().send(message);
    return pending.future();
  }

  /**
   * As {@link #emitWithAck(String, Object...)}, with the first argument of the answer bound to a
   * type; fails with {@link dev.sockeye.socketio.BindingException} if it doesn't fit or is missing.
   */
  public <T> CompletableFuture<T> emitWithAck(
      String event, Class<T> answer, @Nullable Object... args) {
    return emitWithAck(event, args).thenApply(Events.argument(0, answer));
  }

  /** As {@link #emitWithAck(String, Class, Object...)}, for generic types. */
  public <T> CompletableFuture<T> emitWithAck(
      String event, TypeReference<T> answer, @Nullable Object... args) {
    return emitWithAck(event, args).thenApply(Events.argument(0, answer));
  }
}
