// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A socket as other nodes see it: what {@code fetchSockets} carries through a cluster. A copy, made
 * when it was asked for.
 *
 * @param id the socket's id
 * @param handshake how its connection began
 * @param rooms its rooms, in the order in which it joined them
 * @param data what the application attached to it
 */
public record SocketSnapshot(
    String id,
    HandshakeSnapshot handshake,
    Set<String> rooms,
    Map<String, ? extends @Nullable Object> data) {
  /** Copies the collections. */
  public SocketSnapshot {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(handshake, "handshake");
    rooms = Copies.of(rooms);
    data = Copies.of(data);
  }
}
