// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.spi.Bounds;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * How much one client may cost.
 *
 * @param maxPendingBytes bytes of received events that may wait for listeners, per connection
 * @param maxPendingAcks answers that may be owed, per socket
 * @param maxRooms rooms that may be joined, per socket
 * @param maxNamespaces namespaces that may be joined, per connection
 * @param maxChildren namespaces that clients may call into being, per parent
 * @param maxEventsPerSecond events and the like that are taken in, per connection; 0 for any number
 */
record Limits(
    int maxPendingBytes,
    int maxPendingAcks,
    int maxRooms,
    int maxNamespaces,
    int maxChildren,
    int maxEventsPerSecond) {

  static final Limits DEFAULTS = new Limits(1024 * 1024, 10_000, 10_000, 64, 100_000, 0);

  /**
   * Checks that a socket may join rooms.
   *
   * @throws IllegalStateException if it may not
   */
  void checkRooms(Socket socket, Collection<String> more) {
    Set<String> joined = socket.rooms();
    if (joined.size() + more.size() <= maxRooms) {
      return;
    }
    Set<String> all = new HashSet<>(joined);
    all.addAll(more);
    if (all.size() > maxRooms) {
      throw new IllegalStateException(
          socket + " can't be in " + all.size() + " rooms: maxRoomsPerSocket allows " + maxRooms);
    }
  }

  Limits withMaxPendingBytes(int bytes) {
    return new Limits(
        Bounds.positive("maxPendingBytes", bytes),
        maxPendingAcks,
        maxRooms,
        maxNamespaces,
        maxChildren,
        maxEventsPerSecond);
  }

  Limits withMaxPendingAcks(int acks) {
    return new Limits(
        maxPendingBytes,
        Bounds.positive("maxPendingAcks", acks),
        maxRooms,
        maxNamespaces,
        maxChildren,
        maxEventsPerSecond);
  }

  Limits withMaxRooms(int rooms) {
    return new Limits(
        maxPendingBytes,
        maxPendingAcks,
        Bounds.positive("maxRoomsPerSocket", rooms),
        maxNamespaces,
        maxChildren,
        maxEventsPerSecond);
  }

  Limits withMaxNamespaces(int namespaces) {
    return new Limits(
        maxPendingBytes,
        maxPendingAcks,
        maxRooms,
        Bounds.positive("maxNamespacesPerConnection", namespaces),
        maxChildren,
        maxEventsPerSecond);
  }

  Limits withMaxChildren(int namespaces) {
    return new Limits(
        maxPendingBytes,
        maxPendingAcks,
        maxRooms,
        maxNamespaces,
        Bounds.positive("maxChildNamespaces", namespaces),
        maxEventsPerSecond);
  }

  Limits withMaxEventsPerSecond(int events) {
    return new Limits(
        maxPendingBytes,
        maxPendingAcks,
        maxRooms,
        maxNamespaces,
        maxChildren,
        Bounds.positive("maxEventsPerSecond", events));
  }
}
