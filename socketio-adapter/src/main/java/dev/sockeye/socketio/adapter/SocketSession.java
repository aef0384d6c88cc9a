// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a socket whose connection was lost.
 *
 * @param id its public id
 * @param pid its private id: whoever knows it may come back as this socket
 * @param rooms its rooms, its own among them unless it has left it
 * @param data what the application attached to it
 * @param since the {@linkplain SessionRecovery#offset() offset} at which it connected first
 */
public record SocketSession(
    String id,
    String pid,
    Set<String> rooms,
    Map<String, ? extends @Nullable Object> data,
    String since) {
  /** Copies the collections. */
  public SocketSession {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(pid, "pid");
    Objects.requireNonNull(since, "since");
    rooms = Collections.unmodifiableSet(new LinkedHashSet<>(rooms));
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
