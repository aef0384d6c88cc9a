// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends to many sockets: a {@link Namespace}, a {@link ParentNamespace} with all its children, or a
 * {@link SocketIoServer} in the name of its main namespace. Each of these methods begins a {@link
 * BroadcastOperator} and does what that one says.
 */
public interface Broadcaster {
  /** All sockets of the namespace. */
  BroadcastOperator toAll();

  /** The sockets in one of these rooms. */
  default BroadcastOperator to(String... rooms) {
    return toAll().to(rooms);
  }

  /** As {@link #to}. */
  default BroadcastOperator in(String... rooms) {
    return toAll().to(rooms);
  }

  /** All sockets but those in these rooms. */
  default BroadcastOperator except(String... rooms) {
    return toAll().except(rooms);
  }

  /** The sockets of this node of the cluster. */
  default BroadcastOperator local() {
    return toAll().local();
  }

  /** All sockets, but only where the connection can send at once. */
  default BroadcastOperator asVolatile() {
    return toAll().asVolatile();
  }

  /** All sockets, compressed or not. */
  default BroadcastOperator compress(boolean compress) {
    return toAll().compress(compress);
  }

  /** All sockets, waiting so long for their answers. */
  default BroadcastOperator timeout(Duration timeout) {
    return toAll().timeout(timeout);
  }

  /** Sends an event to all sockets. */
  default void emit(String event, @Nullable Object... args) {
    toAll().emit(event, args);
  }

  /** Sends the event {@code message} to all sockets. */
  default void send(@Nullable Object... args) {
    toAll().send(args);
  }

  /** Sends an event to all sockets and collects their answers. */
  default CompletableFuture<List<Args>> emitWithAck(String event, @Nullable Object... args) {
    return toAll().emitWithAck(event, args);
  }

  /**
   * As {@link #emitWithAck(String, Object...)}, with each answer's first argument bound to a type.
   */
  default <T> CompletableFuture<List<T>> emitWithAck(
      String event, Class<T> answer, @Nullable Object... args) {
    return toAll().emitWithAck(event, answer, args);
  }

  /** Sends an event to all sockets and hears each answer as it comes. */
  default CompletableFuture<Integer> emitForAnswers(
      String event, Consumer<? super Answer> listener, @Nullable Object... args) {
    return toAll().emitForAnswers(event, listener, args);
  }

  /** Describes all sockets. */
  default CompletableFuture<List<RemoteSocket>> fetchSockets() {
    return toAll().fetchSockets();
  }

  /** All sockets of this node that are connected; a snapshot. */
  default List<Socket> localSockets() {
    return toAll().localSockets();
  }

  /** Makes all sockets join rooms. */
  default void socketsJoin(String... rooms) {
    toAll().socketsJoin(rooms);
  }

  /** Makes all sockets leave rooms. */
  default void socketsLeave(String... rooms) {
    toAll().socketsLeave(rooms);
  }

  /** Disconnects all sockets from the namespace. */
  default void disconnectSockets() {
    toAll().disconnectSockets(false);
  }

  /** Disconnects all sockets from the namespace, or closes their connections. */
  default void disconnectSockets(boolean close) {
    toAll().disconnectSockets(close);
  }
}
