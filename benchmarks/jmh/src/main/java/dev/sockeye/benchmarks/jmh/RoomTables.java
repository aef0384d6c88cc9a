// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks.jmh;

import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.adapter.Rooms;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 1,200 sockets in 200 rooms of 6, and in one with everybody. */
@State(Scope.Thread)
public class RoomTables {
  private static final int SOCKETS = 1200;
  private static final int ROOM = 6;

  private final Rooms rooms = new Rooms();
  private final List<LocalSocket> sockets = new ArrayList<>();
  private int next;

  /** A socket that is only told apart. */
  private record Member(String id) implements LocalSocket {
    @Override
    public boolean isConnected() {
      return true;
    }

    @Override
    public SocketSnapshot snapshot() {
      throw new UnsupportedOperationException("rooms don't ask for it");
    }

    @Override
    public void join(Collection<String> names) {}

    @Override
    public void leave(Collection<String> names) {}

    @Override
    public void disconnect(boolean close) {}
  }

  /** Fills the rooms. */
  @Setup
  public void fill() {
    for (int i = 0; i < SOCKETS; i++) {
      var socket = new Member("socket" + i);
      sockets.add(socket);
      rooms.addAll(socket, List.of(socket.id(), "r" + i / ROOM, "everybody"));
    }
  }

  private LocalSocket socket() {
    next = next + 1 == SOCKETS ? 0 : next + 1;
    return sockets.get(next);
  }

  @Benchmark
  public void joinAndLeave() {
    LocalSocket socket = socket();
    rooms.addAll(socket, List.of("lobby"));
    rooms.remove(socket, "lobby");
  }

  @Benchmark
  public Collection<LocalSocket> selectRoomOfSixButOne() {
    LocalSocket socket = socket();
    return rooms.select(Set.of("r" + next / ROOM), Set.of(socket.id()));
  }

  @Benchmark
  public Collection<LocalSocket> selectRoomOfEverybody() {
    return rooms.select(Set.of("everybody"), Set.of());
  }

  @Benchmark
  public Collection<LocalSocket> selectTwoRooms() {
    return rooms.select(Set.of("r1", "r2"), Set.of());
  }
}
