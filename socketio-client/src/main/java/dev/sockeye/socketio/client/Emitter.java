// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.TypeReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends to the server. Each of these methods begins a {@link SocketOperator} and does what that one
 * says.
 */
public interface Emitter {
  /** The server, as the counterpart of a socket. */
  SocketOperator toServer();

  /** Sends an event; see {@link SocketOperator#emit}. */
  default void emit(String event, @Nullable Object... args) {
    toServer().emit(event, args);
  }

  /** Sends the event {@code message}. */
  default void send(@Nullable Object... args) {
    toServer().send(args);
  }

  /** Sends an event and waits for the answer; see {@link SocketOperator#emitWithAck}. */
  default CompletableFuture<Args> emitWithAck(String event, @Nullable Object... args) {
    return toServer().emitWithAck(event, args);
  }

  /**
   * As {@link #emitWithAck(String, Object...)}, with the answer's first argument bound to a type.
   */
  default <T> CompletableFuture<T> emitWithAck(
      String event, Class<T> answer, @Nullable Object... args) {
    return toServer().emitWithAck(event, answer, args);
  }

  /** As {@link #emitWithAck(String, Class, Object...)}, for generic types. */
  default <T> CompletableFuture<T> emitWithAck(
      String event, TypeReference<T> answer, @Nullable Object... args) {
    return toServer().emitWithAck(event, answer, args);
  }

  /** Dropping what can't be sent at once. */
  default SocketOperator asVolatile() {
    return toServer().asVolatile();
  }

  /** Compressing what is sent or not. */
  default SocketOperator compress(boolean compress) {
    return toServer().compress(compress);
  }

  /** Waiting for answers only so long. */
  default SocketOperator timeout(Duration timeout) {
    return toServer().timeout(timeout);
  }
}
