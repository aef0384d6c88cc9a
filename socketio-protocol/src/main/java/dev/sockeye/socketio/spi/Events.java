// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.spi;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.BindingException;
import dev.sockeye.socketio.TypeReference;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What events look like in a packet, and to those who hear them. For the server and the client. */
public final class Events {
  private static final Set<String> RESERVED =
      Set.of(
          "connect",
          "connect_error",
          "disconnect",
          "disconnecting",
          "newListener",
          "removeListener");

  private Events() {}

  /**
   * Checks the name of an event.
   *
   * @throws IllegalArgumentException if it is reserved
   */
  public static void checkName(String event) {
    if (RESERVED.contains(Objects.requireNonNull(event, "event"))) {
      throw new IllegalArgumentException("\"" + event + "\" is a reserved event name");
    }
  }

  /**
   * What an event's packet holds; unmodifiable.
   *
   * @throws IllegalArgumentException if the name is reserved
   */
  public static List<@Nullable Object> nameAndArguments(String event, @Nullable Object[] args) {
    checkName(event);
    @Nullable Object[] data = new @Nullable Object[args.length + 1];
    data[0] = event;
    System.arraycopy(args, 0, data, 1, args.length);
    return Collections.unmodifiableList(Arrays.asList(data));
  }

  /** An argument, as a listener with a type wants it: bound, and not null. */
  public static <T> Function<Args, T> argument(int index, Class<T> type) {
    return argument(index, TypeReference.of(type));
  }

  /** As {@link #argument(int, Class)}, for generic types. */
  public static <T> Function<Args, T> argument(int index, TypeReference<T> type) {
    Objects.requireNonNull(type, "type");
    return args -> required(args, index, type.type(), args.get(index, type));
  }

  private static <T> T required(Args args, int index, Type type, @Nullable T value) {
    if (value == null) {
      throw new BindingException(index, type, index < args.size() ? "it is null" : "it is missing");
    }
    return value;
  }
}
