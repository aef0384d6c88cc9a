// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import dev.sockeye.socketio.spi.Events;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hears the events of one socket by their names. Listeners run as {@link EventListener} says, in
 * the order in which they were added; what they throw goes to those who listen for errors.
 *
 * <p>A listener may declare the types of up to four arguments: classes, records, or generics as a
 * {@link TypeReference}; where both kinds are needed, {@link TypeReference#of} makes one of a
 * class. Arguments beyond those are ignored. Where one is missing, null or doesn't fit, the
 * listener isn't called; instead there is one error, a {@link
 * dev.sockeye.socketio.BindingException}. Who expects nothing now and then declares an {@link
 * java.util.Optional}.
 *
 * <p>Implements "Listening to events" of the Socket.IO documentation.
 */
public interface EventReceiver {
  /**
   * Adds a listener of an event.
   *
   * @throws IllegalArgumentException if the name is reserved; so do the other methods
   */
  Subscription on(String event, EventListener listener);

  /** Adds a listener of the next such event; it is removed before its one call. */
  Subscription once(String event, EventListener listener);

  /**
   * Adds a listener whose result answers the event; that of a {@link
   * java.util.concurrent.CompletionStage} does so once it is there, and null is an answer as well.
   * If it fails, no answer is sent, unless by an {@link AnswerException}; the error goes to those
   * who listen for errors.
   */
  Subscription onRequest(String event, Function<? super Args, ? extends @Nullable Object> listener);

  /** Adds a listener that needs none of an event's arguments. */
  default Subscription on(String event, Runnable listener) {
    return on(event, (args, ack) -> listener.run());
  }

  /** Adds a listener of one argument. */
  default <A> Subscription on(String event, Class<A> first, Consumer<? super A> listener) {
    return on(event, TypeReference.of(first), listener);
  }

  /** As {@link #on(String, Class, Consumer)}, for a generic type. */
  default <A> Subscription on(String event, TypeReference<A> first, Consumer<? super A> listener) {
    Function<Args, A> a = Events.argument(0, first);
    return on(event, (args, ack) -> listener.accept(a.apply(args)));
  }

  /** Adds a listener of two arguments. */
  default <A, B> Subscription on(
      String event, Class<A> first, Class<B> second, BiConsumer<? super A, ? super B> listener) {
    return on(event, TypeReference.of(first), TypeReference.of(second), listener);
  }

  /** As {@link #on(String, Class, Class, BiConsumer)}, for generic types. */
  default <A, B> Subscription on(
      String event,
      TypeReference<A> first,
      TypeReference<B> second,
      BiConsumer<? super A, ? super B> listener) {
    Function<Args, A> a = Events.argument(0, first);
    Function<Args, B> b = Events.argument(1, second);
    return on(event, (args, ack) -> listener.accept(a.apply(args), b.apply(args)));
  }

  /** Adds a listener of three arguments. */
  default <A, B, C> Subscription on(
      String event,
      Class<A> first,
      Class<B> second,
      Class<C> third,
      Consumer3<? super A, ? super B, ? super C> listener) {
    return on(
        event,
        TypeReference.of(first),
        TypeReference.of(second),
        TypeReference.of(third),
        listener);
  }

  /** As {@link #on(String, Class, Class, Class, Consumer3)}, for generic types. */
  default <A, B, C> Subscription on(
      String event,
      TypeReference<A> first,
      TypeReference<B> second,
      TypeReference<C> third,
      Consumer3<? super A, ? super B, ? super C> listener) {
    Function<Args, A> a = Events.argument(0, first);
    Function<Args, B> b = Events.argument(1, second);
    Function<Args, C> c = Events.argument(2, third);
    return on(event, (args, ack) -> listener.accept(a.apply(args), b.apply(args), c.apply(args)));
  }

  /** Adds a listener of four arguments. */
  default <A, B, C, D> Subscription on(
      String event,
      Class<A> first,
      Class<B> second,
      Class<C> third,
      Class<D> fourth,
      Consumer4<? super A, ? super B, ? super C, ? super D> listener) {
    return on(
        event,
        TypeReference.of(first),
        TypeReference.of(second),
        TypeReference.of(third),
        TypeReference.of(fourth),
        listener);
  }

  /** As {@link #on(String, Class, Class, Class, Class, Consumer4)}, for generic types. */
  default <A, B, C, D> Subscription on(
      String event,
      TypeReference<A> first,
      TypeReference<B> second,
      TypeReference<C> third,
      TypeReference<D> fourth,
      Consumer4<? super A, ? super B, ? super C, ? super D> listener) {
    Function<Args, A> a = Events.argument(0, first);
    Function<Args, B> b = Events.argument(1, second);
    Function<Args, C> c = Events.argument(2, third);
    Function<Args, D> d = Events.argument(3, fourth);
    return on(
        event,
        (args, ack) -> listener.accept(a.apply(args), b.apply(args), c.apply(args), d.apply(args)));
  }

  /** Adds a listener of one argument of the next such event. */
  default <A> Subscription once(String event, Class<A> first, Consumer<? super A> listener) {
    return once(event, TypeReference.of(first), listener);
  }

  /** As {@link #once(String, Class, Consumer)}, for a generic type. */
  default <A> Subscription once(
      String event, TypeReference<A> first, Consumer<? super A> listener) {
    Function<Args, A> a = Events.argument(0, first);
    return once(event, (args, ack) -> listener.accept(a.apply(args)));
  }

  /** Adds a listener whose result answers the event, and that needs none of its arguments. */
  default Subscription onRequest(String event, Supplier<? extends @Nullable Object> listener) {
    return onRequest(event, args -> listener.get());
  }

  /** Adds a listener of one argument whose result answers the event. */
  default <A> Subscription onRequest(
      String event, Class<A> first, Function<? super A, ? extends @Nullable Object> listener) {
    return onRequest(event, TypeReference.of(first), listener);
  }

  /** As {@link #onRequest(String, Class, Function)}, for a generic type. */
  default <A> Subscription onRequest(
      String event,
      TypeReference<A> first,
      Function<? super A, ? extends @Nullable Object> listener) {
    Function<Args, A> a = Events.argument(0, first);
    return onRequest(event, args -> listener.apply(a.apply(args)));
  }

  /** Adds a listener of two arguments whose result answers the event. */
  default <A, B> Subscription onRequest(
      String event,
      Class<A> first,
      Class<B> second,
      BiFunction<? super A, ? super B, ? extends @Nullable Object> listener) {
    return onRequest(event, TypeReference.of(first), TypeReference.of(second), listener);
  }

  /** As {@link #onRequest(String, Class, Class, BiFunction)}, for generic types. */
  default <A, B> Subscription onRequest(
      String event,
      TypeReference<A> first,
      TypeReference<B> second,
      BiFunction<? super A, ? super B, ? extends @Nullable Object> listener) {
    Function<Args, A> a = Events.argument(0, first);
    Function<Args, B> b = Events.argument(1, second);
    return onRequest(event, args -> listener.apply(a.apply(args), b.apply(args)));
  }

  /** Adds a listener of three arguments whose result answers the event. */
  default <A, B, C> Subscription onRequest(
      String event,
      Class<A> first,
      Class<B> second,
      Class<C> third,
      Function3<? super A, ? super B, ? super C, ? extends @Nullable Object> listener) {
    return onRequest(
        event,
        TypeReference.of(first),
        TypeReference.of(second),
        TypeReference.of(third),
        listener);
  }

  /** As {@link #onRequest(String, Class, Class, Class, Function3)}, for generic types. */
  default <A, B, C> Subscription onRequest(
      String event,
      TypeReference<A> first,
      TypeReference<B> second,
      TypeReference<C> third,
      Function3<? super A, ? super B, ? super C, ? extends @Nullable Object> listener) {
    Function<Args, A> a = Events.argument(0, first);
    Function<Args, B> b = Events.argument(1, second);
    Function<Args, C> c = Events.argument(2, third);
    return onRequest(event, args -> listener.apply(a.apply(args), b.apply(args), c.apply(args)));
  }

  /** Adds a listener of four arguments whose result answers the event. */
  default <A, B, C, D> Subscription onRequest(
      String event,
      Class<A> first,
      Class<B> second,
      Class<C> third,
      Class<D> fourth,
      Function4<? super A, ? super B, ? super C, ? super D, ? extends @Nullable Object> listener) {
    return onRequest(
        event,
        TypeReference.of(first),
        TypeReference.of(second),
        TypeReference.of(third),
        TypeReference.of(fourth),
        listener);
  }

  /** As {@link #onRequest(String, Class, Class, Class, Class, Function4)}, for generic types. */
  default <A, B, C, D> Subscription onRequest(
      String event,
      TypeReference<A> first,
      TypeReference<B> second,
      TypeReference<C> third,
      TypeReference<D> fourth,
      Function4<? super A, ? super B, ? super C, ? super D, ? extends @Nullable Object> listener) {
    Function<Args, A> a = Events.argument(0, first);
    Function<Args, B> b = Events.argument(1, second);
    Function<Args, C> c = Events.argument(2, third);
    Function<Args, D> d = Events.argument(3, fourth);
    return onRequest(
        event, args -> listener.apply(a.apply(args), b.apply(args), c.apply(args), d.apply(args)));
  }
}
