// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.spi.EncodedPacket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The sockets of one namespace of this node, by room, and what may be done with them. */
final class LocalSockets {
  private final LocalNamespace namespace;
  private final Rooms rooms = new Rooms();

  LocalSockets(LocalNamespace namespace) {
    this.namespace = namespace;
  }

  Rooms rooms() {
    return rooms;
  }

  Collection<LocalSocket> select(BroadcastOptions options) {
    return rooms.select(options.rooms(), options.except());
  }

  EncodedPacket deliver(Packet packet, BroadcastOptions options) {
    return namespace.deliver(packet, options.flags(), select(options));
  }

  CompletionStage<Integer> deliverWithAck(
      Packet packet, BroadcastOptions options, IntConsumer clientCount, AnswerListener answers) {
    return namespace.deliverWithAck(packet, options.flags(), select(options), clientCount, answers);
  }

  /** A socket, or the one as which its client has come back. */
  LocalSocket present(LocalSocket socket) {
    for (LocalSocket member : rooms.members(socket.id())) {
      if (member.isConnected() && member.id().equals(socket.id())) {
        return member;
      }
    }
    return socket;
  }

  List<SocketSnapshot> snapshots(BroadcastOptions options) {
    List<SocketSnapshot> snapshots = new ArrayList<>();
    for (LocalSocket socket : select(options)) {
      if (socket.isConnected()) {
        snapshots.add(socket.snapshot());
      }
    }
    return snapshots;
  }

  /**
   * Makes sockets join rooms.
   *
   * @return why one of them may not; null if all did
   */
  @Nullable IllegalStateException join(BroadcastOptions options, Set<String> names) {
    IllegalStateException failure = null;
    for (LocalSocket socket : connected(options)) {
      try {
        socket.join(names);
      } catch (IllegalStateException e) {
        failure = e; // the others join all the same
      }
    }
    return failure;
  }

  void leave(BroadcastOptions options, Set<String> names) {
    connected(options).forEach(socket -> socket.leave(names));
  }

  void disconnect(BroadcastOptions options, boolean close) {
    connected(options).forEach(socket -> socket.disconnect(close));
  }

  /** A copy: what is done with them changes the rooms. */
  private List<LocalSocket> connected(BroadcastOptions options) {
    return select(options).stream().filter(LocalSocket::isConnected).toList();
  }
}
