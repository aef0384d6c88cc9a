// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.List;
import java.util.Set;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * Whatever the interleaving, calls seem to happen one after the other, and both directions of the
 * index agree in the end: no join lands in a room that a last leave is removing.
 */
@Param(name = "socket", gen = IntGen.class, conf = "0:1")
public class RoomsLincheckTest {
  private static final String ROOM = "r";
  private static final List<LocalSocket> SOCKETS =
      List.of(new NamedSocket("ann"), new NamedSocket("bob"));

  private final Rooms rooms = new Rooms();

  @Operation
  public void join(@Param(name = "socket") int socket) {
    rooms.addAll(SOCKETS.get(socket), List.of(ROOM));
  }

  @Operation
  public void leave(@Param(name = "socket") int socket) {
    rooms.remove(SOCKETS.get(socket), ROOM);
  }

  @Operation
  public void leaveAll(@Param(name = "socket") int socket) {
    rooms.removeAll(SOCKETS.get(socket));
  }

  @Operation
  public String members() {
    return Set.copyOf(rooms.members(ROOM)).stream()
        .map(LocalSocket::id)
        .sorted()
        .toList()
        .toString();
  }

  @Validate
  public void bothDirectionsAgree() {
    for (LocalSocket socket : SOCKETS) {
      if (rooms.of(socket).contains(ROOM) != rooms.members(ROOM).contains(socket)) {
        throw new IllegalStateException(
            socket + " has joined " + rooms.of(socket) + ", members are " + rooms.members(ROOM));
      }
    }
    if (rooms.roomCount() != (rooms.members(ROOM).isEmpty() ? 0 : 1)) {
      throw new IllegalStateException("an empty room was left behind");
    }
  }

  @Test
  void callsSeemToHappenOneAfterTheOtherUnderModelChecking() {
    new ModelCheckingOptions()
        .iterations(3)
        .invocationsPerIteration(50)
        .threads(2)
        .actorsPerThread(3)
        .check(RoomsLincheckTest.class);
  }

  @Test
  void callsSeemToHappenOneAfterTheOtherUnderStress() {
    new StressOptions()
        .iterations(3)
        .invocationsPerIteration(100)
        .threads(2)
        .actorsPerThread(3)
        .check(RoomsLincheckTest.class);
  }
}
