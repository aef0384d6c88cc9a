// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of an event or an ack as they came: decoded when asked for, each time anew, into
 * the type asked for.
 *
 * <p>Immutable and safe to share. An index from 0 to {@code size() - 1} is an argument; a larger
 * one counts as absent, which binds like JSON's {@code null}. All of them may themselves be sent as
 * one value, an array.
 */
public interface Args {
  /** The number of arguments. */
  int size();

  /**
   * An argument, bound to a type: a class, a record, or any generic type (see {@link
   * TypeReference}).
   *
   * @return null if the argument is absent or {@code null} and the type is not primitive
   * @throws BindingException if the argument doesn't fit the type
   */
  @Nullable Object get(int index, Type type);

  /** An argument, bound to a class. */
  @SuppressWarnings(
      "unchecked") // a value bound to a class is an instance of it (of its wrapper, if primitive)
  default <T> @Nullable T get(int index, Class<T> type) {
    return (T) get(index, (Type) type);
  }

  /** An argument, bound to a generic type. */
  @SuppressWarnings("unchecked") // a value bound to a type is an instance of it
  default <T> @Nullable T get(int index, TypeReference<T> type) {
    return (T) get(index, type.type());
  }

  /**
   * An argument in its natural form: map, list, string, number, boolean, {@code byte[]} or null.
   */
  default @Nullable Object get(int index) {
    return get(index, Object.class);
  }

  /**
   * An argument in the form in which it is sent on with the least work: its {@link Json} where it
   * came as JSON, else its natural form.
   */
  default @Nullable Object raw(int index) {
    return get(index);
  }

  /** Whether an argument is absent or {@code null}. */
  default boolean isNull(int index) {
    return get(index) == null;
  }

  /**
   * A string.
   *
   * @throws BindingException if the argument is absent, null or something else
   */
  default String string(int index) {
    return required(index, String.class);
  }

  /**
   * A boolean.
   *
   * @throws BindingException if the argument is absent, null or something else
   */
  default boolean bool(int index) {
    return required(index, Boolean.class);
  }

  /**
   * An integer that fits 32 bits.
   *
   * @throws BindingException if the argument is absent, null or something else
   */
  default int integer(int index) {
    return required(index, Integer.class);
  }

  /**
   * An integer that fits 64 bits.
   *
   * @throws BindingException if the argument is absent, null or something else
   */
  default long longInteger(int index) {
    return required(index, Long.class);
  }

  /**
   * A number.
   *
   * @throws BindingException if the argument is absent, null or something else
   */
  default double number(int index) {
    return required(index, Double.class);
  }

  /**
   * A binary attachment; the caller's to keep.
   *
   * @throws BindingException if the argument is absent, null or something else
   */
  default byte[] bytes(int index) {
    return required(index, byte[].class);
  }

  /**
   * A binary attachment as a read-only view of the received bytes.
   *
   * @throws BindingException if the argument is absent, null or something else
   */
  default ByteBuffer buffer(int index) {
    return required(index, ByteBuffer.class);
  }

  /** All arguments in their natural form; unmodifiable. */
  default List<@Nullable Object> toList() {
    List<@Nullable Object> list = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      list.add(get(i));
    }
    return Collections.unmodifiableList(list);
  }

  private <T> T required(int index, Class<T> type) {
    T value = get(index, type);
    if (value == null) {
      throw new BindingException(
          index, type, index < size() ? "it is null" : "there are only " + size() + " arguments");
    }
    return value;
  }

  /** No arguments. */
  static Args empty() {
    return EmptyArgs.INSTANCE;
  }
}
