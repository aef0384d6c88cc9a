// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.spi.Bounds;
import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.TypeReference;
import dev.sockeye.socketio.spi.Events;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * How a socket sends to the server. Immutable: each step returns a new operator. Safe for use from
 * any thread; what one thread sends leaves in its order.
 *
 * <p>Implements "Emitting events" of the Socket.IO documentation.
 */
public final class SocketOperator {
  private final Outbox outbox;
  private final SendFlags flags;

  SocketOperator(Outbox outbox, SendFlags flags) {
    this.outbox = outbox;
    this.flags = flags;
  }

  /** Drops what is sent unless the socket is connected and the transport can send it at once. */
  public SocketOperator asVolatile() {
    return new SocketOperator(outbox, new SendFlags(true, flags.compress(), flags.timeout()));
  }

  /** Whether the transport may compress what is sent; it may by default. */
  public SocketOperator compress(boolean compress) {
    return new SocketOperator(outbox, new SendFlags(flags.isVolatile(), compress, flags.timeout()));
  }

  /**
   * Limits the time in which an answer is waited for, in place of the option {@code ackTimeout}.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public SocketOperator timeout(Duration timeout) {
    return new SocketOperator(
        outbox,
        new SendFlags(flags.isVolatile(), flags.compress(), Bounds.time("timeout", timeout)));
  }

  /**
   * Sends an event, encoded before this returns. While the socket is not connected it waits, as the
   * option {@code offline} says; with the option {@code retries} it is sent until it is answered,
   * and the client's error handler hears if it never is.
   *
   * @throws IllegalArgumentException if the name is reserved or an argument can't be encoded
   * @throws NotSentException if it can't wait for the connection
   * @throws IllegalStateException if the client is closed, or more waits to be sent than the option
   *     {@code maxBufferedBytes} allows
   */
  public void emit(String event, @Nullable Object... args) {
    outbox.emit(Events.nameAndArguments(event, args), flags);
  }

  /** Sends the event {@code message}, as {@link #emit} does. */
  public void send(@Nullable Object... args) {
    emit("message", args);
  }

  /**
   * Sends an event and waits for the server's answer.
   *
   * @return the arguments of the answer; fails with {@link AckTimeoutException} when the time is
   *     over, with {@link DisconnectedException} when the socket is disconnected after the event
   *     was sent, with {@link NotSentException} if it was not sent and won't be, and with {@link
   *     TooManyAcksException} if the server owes too many. It is completed independently of
   *     listeners that run, so a listener may wait for it, unless listeners run on the I/O thread
   * @throws IllegalArgumentException if the name is reserved or an argument can't be encoded
   * @throws IllegalStateException if the client is closed
   */
  public CompletableFuture<Args> emitWithAck(String event, @Nullable Object... args) {
    return outbox.request(Events.nameAndArguments(event, args), flags);
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
