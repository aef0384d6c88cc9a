// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Whatever the application wants to attach to a socket: by name, or by a {@link DataKey}, which
 * knows the type. Safe for use from any thread; neither names nor values are null. Other nodes see
 * it in {@code fetchSockets}, so values should be such as can be sent.
 *
 * <p>Implements "socket.data" of the Socket.IO documentation.
 */
public final class SocketData extends ConcurrentHashMap<String, Object> {
  private static final long serialVersionUID = 1L;
  private static final int FEW = 4;

  SocketData() {
    super(FEW);
  }

  /**
   * What is attached under a key.
   *
   * @throws ClassCastException if something of another type is attached under its name
   */
  public <T> Optional<T> find(DataKey<T> key) {
    return Optional.ofNullable(key.type().cast(get(key.name())));
  }

  /**
   * What is attached under a key.
   *
   * @throws IllegalStateException if nothing is
   * @throws ClassCastException if something of another type is attached under its name
   */
  public <T> T require(DataKey<T> key) {
    T value = key.type().cast(get(key.name()));
    if (value == null) {
      throw new IllegalStateException(
          "nothing is attached as '" + key.name() + "': attach it in a middleware");
    }
    return value;
  }

  /**
   * What is attached under a key; if nothing is, what is made is attached.
   *
   * @throws ClassCastException if something of another type is attached under its name
   */
  public <T> T computeIfAbsent(DataKey<T> key, Supplier<? extends T> maker) {
    return key.type().cast(computeIfAbsent(key.name(), name -> maker.get()));
  }

  /** Attaches a value in the place of what is attached under the key. */
  public <T> void put(DataKey<T> key, T value) {
    put(key.name(), value);
  }

  /** Removes what is attached under a key; says whether there was something. */
  public boolean remove(DataKey<?> key) {
    return remove(key.name()) != null;
  }
}
