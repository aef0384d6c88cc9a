// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is connected to the limit server, and in which room. Confined to its one event loop. */
final class LimitRooms {
  private final List<LimitConnection> everybody = new ArrayList<>();
  private final Map<String, List<LimitConnection>> rooms = new HashMap<>();

  /** Written to since the last flush. */
  private final List<LimitConnection> unflushed = new ArrayList<>();

  void enter(LimitConnection connection) {
    everybody.add(connection);
  }

  List<LimitConnection> join(String room, LimitConnection connection) {
    List<LimitConnection> members = rooms.computeIfAbsent(room, name -> new ArrayList<>());
    members.add(connection);
    return members;
  }

  void leave(LimitConnection connection, List<LimitConnection> members) {
    everybody.remove(connection);
    members.remove(connection);
  }

  void toEverybody(ByteBuf frame) {
    write(frame, everybody, null);
  }

  void toOthers(ByteBuf frame, List<LimitConnection> members, LimitConnection sender) {
    write(frame, members, sender);
  }

  void flush() {
    if (!unflushed.isEmpty()) {
      unflushed.forEach(LimitConnection::flushForwarded);
      unflushed.clear();
    }
  }

  private void write(
      ByteBuf frame, List<LimitConnection> members, @Nullable LimitConnection except) {
    for (LimitConnection member : members) {
      if (member != except && member.forward(frame)) {
        unflushed.add(member);
      }
    }
    frame.release();
  }
}
