// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.TypeReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends to one socket, and in its name to the others. Each of these methods begins a {@link
 * SocketOperator} and does what that one says.
 */
public interface Emitter {
  /** The socket itself. */
  SocketOperator toSelf();

  /** Sends the socket an event; see {@link SocketOperator#emit}. */
  default void emit(String event, @Nullable Object... args) {
    toSelf().emit(event, args);
  }

  /** Sends the socket the event {@code message}. */
  default void send(@Nullable Object... args) {
    toSelf().send(args);
  }

  /**
   * Sends the socket an event and waits for the answer, without a limit of time; see {@link
   * SocketOperator#emitWithAck(String, Object...)}.
   */
  default CompletableFuture<Args> emitWithAck(String event, @Nullable Object... args) {
    return toSelf().emitWithAck(event, args);
  }

  /**
   * As {@link #emitWithAck(String, Object...)}, with the answer's first argument bound to a type.
   */
  default <T> CompletableFuture<T> emitWithAck(
      String event, Class<T> answer, @Nullable Object... args) {
    return toSelf().emitWithAck(event, answer, args);
  }

  /** As {@link #emitWithAck(String, Class, Object...)}, for generic types. */
  default <T> CompletableFuture<T> emitWithAck(
      String event, TypeReference<T> answer, @Nullable Object... args) {
    return toSelf().emitWithAck(event, answer, args);
  }

  /** The socket, dropping what it can't send at once. */
  default SocketOperator asVolatile() {
    return toSelf().asVolatile();
  }

  /** The socket, compressing what is sent or not. */
  default SocketOperator compress(boolean compress) {
    return toSelf().compress(compress);
  }

  /** The socket, whose answers are waited for only so long. */
  default SocketOperator timeout(Duration timeout) {
    return toSelf().timeout(timeout);
  }

  /** All other sockets of the namespace. */
  default BroadcastOperator broadcast() {
    return toSelf().broadcast();
  }

  /** The other sockets in one of these rooms. */
  default BroadcastOperator to(String... rooms) {
    return toSelf().to(rooms);
  }

  /** As {@link #to}. */
  default BroadcastOperator in(String... rooms) {
    return toSelf().to(rooms);
  }

  /** All other sockets but those in these rooms. */
  default BroadcastOperator except(String... rooms) {
    return toSelf().except(rooms);
  }

  /** All other sockets of this node of the cluster. */
  default BroadcastOperator local() {
    return toSelf().local();
  }
}
