// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.util.Objects;

/**
 * The name of something that an application attaches to its sockets, and its type, so that nobody
 * needs a cast:
 *
 * <pre>{@code
 * static final DataKey<User> USER = DataKey.of("user", User.class);
 * …
 * socket.data().put(USER, user);
 * socket.data().require(USER).name();
 * }</pre>
 *
 * @param name the name under which other nodes see it too
 * @param type the type; boxed if it is primitive
 * @param <T> the type
 */
public record DataKey<T>(String name, Class<T> type) {
  /** Checks the parts. */
  public DataKey {
    Objects.requireNonNull(name, "name");
    if (type.isPrimitive()) {
      throw new IllegalArgumentException(
          "the type of '" + name + "' must be boxed: " + type + " can't be an object's class");
    }
  }

  /** A key. */
  public static <T> DataKey<T> of(String name, Class<T> type) {
    return new DataKey<>(name, type);
  }
}
