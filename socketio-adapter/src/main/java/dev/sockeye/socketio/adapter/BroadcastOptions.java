// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.Objects;
import java.util.Set;

/**
 * Whom a broadcast reaches, and how it is sent.
 *
 * @param rooms the rooms whose members are meant, each member once; empty for all sockets
 * @param except the rooms whose members are left out all the same. A socket's id is the name of a
 *     room of its own, so ids may stand here
 * @param flags how it is sent
 */
public record BroadcastOptions(Set<String> rooms, Set<String> except, BroadcastFlags flags) {
  /** All sockets of the namespace. */
  public static final BroadcastOptions ALL =
      new BroadcastOptions(Set.of(), Set.of(), BroadcastFlags.DEFAULTS);

  /** Copies the sets, which keep their order. */
  public BroadcastOptions {
    rooms = RoomNames.copy(rooms);
    except = RoomNames.copy(except);
    Objects.requireNonNull(flags, "flags");
  }

  /** The members of one room. */
  public static BroadcastOptions room(String room) {
    return new BroadcastOptions(Set.of(room), Set.of(), BroadcastFlags.DEFAULTS);
  }
}
