// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Objects;

/**
 * A generic type, kept at run time: {@code new TypeReference<List<Order>>() {}}.
 *
 * @param <T> the type
 */
public abstract class TypeReference<T> {
  private final Type type;

  /**
   * For subclasses that name the type.
   *
   * @throws IllegalStateException if the subclass doesn't name one
   */
  protected TypeReference() {
    if (!(getClass().getGenericSuperclass() instanceof ParameterizedType parameterized)) {
      throw new IllegalStateException(
          "write new TypeReference<…>() {} with the type between the angle brackets");
    }
    this.type = parameterized.getActualTypeArguments()[0];
  }

  private TypeReference(Type type) {
    this.type = type;
  }

  /** A reference to a type that isn't generic, for where one is wanted all the same. */
  public static <T> TypeReference<T> of(Class<T> type) {
    return new OfClass<>(Objects.requireNonNull(type, "type"));
  }

  /** The type. */
  public final Type type() {
    return type;
  }

  private static final class OfClass<T> extends TypeReference<T> {
    OfClass(Class<T> type) {
      super(type);
    }
  }
}
