// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.TypeReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hears of one socket. Its listeners run as {@link EventListener} says, in the order in which they
 * were added; what they throw goes to the server's {@link ErrorHandler}.
 *
 * <p>Implements "Listening to events" of the Socket.IO documentation.
 */
public interface Receiver {
  /**
   * Adds a listener of an event.
   *
   * @throws IllegalArgumentException if the name is reserved; so do the other methods
   */
  Subscription on(String event, EventListener listener);

  /**
   * Adds a listener of an event whose first argument has a type. Where it is missing, null or
   * doesn't fit, the server's {@link ErrorHandler} gets a {@link
   * dev.sockeye.socketio.BindingException} instead.
   */
  default <T> Subscription on(String event, Class<T> type, Consumer<? super T> listener) {
    Function<Args, T> binding = Events.first(type);
    return on(event, (args, ack) -> listener.accept(binding.apply(args)));
  }

  /** As {@link #on(String, Class, Consumer)}, for generic types. */
  default <T> Subscription on(String event, TypeReference<T> type, Consumer<? super T> listener) {
    Function<Args, T> binding = Events.first(type);
    return on(event, (args, ack) -> listener.accept(binding.apply(args)));
  }

  /**
   * Adds a listener whose result answers the event; that of a {@link
   * java.util.concurrent.CompletionStage} does so once it is there. If it fails, no answer is sent
   * and the server's {@link ErrorHandler} hears of it.
   */
  <T> Subscription onRequest(
      String event, Class<T> type, Function<? super T, ? extends @Nullable Object> listener);

  /** As {@link #onRequest(String, Class, Function)}, for generic types. */
  <T> Subscription onRequest(
      String event,
      TypeReference<T> type,
      Function<? super T, ? extends @Nullable Object> listener);

  /**
   * Adds a listener of the end that is called while the socket is still in its rooms, so that it
   * can tell those who stay.
   */
  Subscription onDisconnecting(DisconnectListener listener);

  /** Adds a listener of the end that is called once the socket has left its rooms. */
  Subscription onDisconnect(DisconnectListener listener);
}
