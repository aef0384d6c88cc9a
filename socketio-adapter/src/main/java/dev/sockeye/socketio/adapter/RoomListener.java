// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

/**
 * Hears how rooms come and go: the adapter events {@code create-room}, {@code join-room}, {@code
 * leave-room} and {@code delete-room} of the Socket.IO documentation.
 *
 * <p>The calls about one room come in the order in which things happened and never overlap. To that
 * end they are made while the room is locked: they must be quick and must not join or leave rooms.
 */
public interface RoomListener {
  /** A room has its first member; {@link #onJoinRoom} follows. */
  default void onCreateRoom(String room) {}

  /** A socket has become a member of a room. */
  default void onJoinRoom(String room, String socketId) {}

  /** A socket is no longer a member of a room. */
  default void onLeaveRoom(String room, String socketId) {}

  /** A room has lost its last member; {@link #onLeaveRoom} came before. */
  default void onDeleteRoom(String room) {}
}
