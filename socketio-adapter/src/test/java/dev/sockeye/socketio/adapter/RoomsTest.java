// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private final Rooms rooms = new Rooms();
  private final LocalSocket ann = new NamedSocket("ann");
  private final LocalSocket bob = new NamedSocket("bob");
  private final LocalSocket cem = new NamedSocket("cem");

  @Test
  void membersStandInTheOrderOfTheirJoins() {
    join(bob, "lobby");
    join(ann, "lobby");
    assertThat(rooms.members("lobby")).containsExactly(bob, ann);
  }

  @Test
  void roomsStandInTheOrderOfTheJoins() {
    join(ann, "z", "a", "m");
    assertThat(rooms.of(ann)).containsExactly("z", "a", "m");
  }

  @Test
  void joiningTwiceIsJoiningOnce() {
    join(ann, "lobby", "lobby");
    join(ann, "lobby");
    assertThat(rooms.members("lobby")).containsExactly(ann);
  }

  @Test
  void theLastMemberTakesTheRoomAway() {
    join(ann, "lobby");
    join(bob, "lobby");
    rooms.remove(ann, "lobby");
    assertThat(rooms.roomCount()).isEqualTo(1);
    rooms.remove(bob, "lobby");
    assertThat(rooms.roomCount()).isZero();
  }

  @Test
  void leavingOneRoomKeepsTheOthers() {
    join(ann, "a", "b", "c");
    rooms.remove(ann, "b");
    assertThat(rooms.of(ann)).containsExactly("a", "c");
  }

  @Test
  void aSocketWithoutRoomsIsStillOneOfAll() {
    join(ann, "a");
    rooms.remove(ann, "a");
    assertThat(select(Set.of(), Set.of())).containsExactly(ann);
  }

  @Test
  void joiningNoRoomMakesASocketKnown() {
    join(ann);
    assertThat(select(Set.of(), Set.of())).containsExactly(ann);
  }

  @Test
  void leavingEverythingLeavesNothingBehind() {
    join(ann, "a", "b");
    rooms.removeAll(ann);
    assertThat(rooms.roomCount()).isZero();
    assertThat(rooms.socketCount()).isZero();
  }

  @Test
  void leavingWhereOneIsNotDoesNothing() {
    join(ann, "a");
    rooms.remove(ann, "b");
    rooms.remove(bob, "a");
    rooms.removeAll(cem);
    assertThat(rooms.members("a")).containsExactly(ann);
  }

  @Test
  void aSocketInTwoOfTheRoomsIsChosenOnce() {
    join(ann, "a", "b");
    join(bob, "b");
    join(cem, "c");
    assertThat(select(Set.of("a", "b"), Set.of())).containsExactlyInAnyOrder(ann, bob);
  }

  @Test
  void exceptionsWinOverRooms() {
    join(ann, "a", "muted");
    join(bob, "a");
    assertThat(select(Set.of("a"), Set.of("muted"))).containsExactly(bob);
  }

  @Test
  void exceptionsFromAllLeaveTheOthers() {
    join(ann, "ann");
    join(bob, "bob");
    join(cem, "cem");
    assertThat(select(Set.of(), Set.of("bob"))).containsExactlyInAnyOrder(ann, cem);
  }

  @Test
  void anUnknownRoomSelectsNobody() {
    join(ann, "a");
    assertThat(select(Set.of("b"), Set.of())).isEmpty();
  }

  @Test
  void whatWasSelectedDoesNotChangeLater() {
    join(ann, "a");
    join(bob, "a");
    var chosen = select(Set.of("a"), Set.of());
    rooms.removeAll(ann);
    assertThat(chosen).containsExactly(ann, bob);
  }

  @Test
  void whatWasSelectedIsNotForChanging() {
    join(ann, "a");
    join(bob, "a");
    assertThatThrownBy(() -> rooms.members("a").set(0, cem))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void listenersHearHowRoomsComeAndGo() {
    List<String> heard = new ArrayList<>();
    rooms.addListener(new Recorder(heard));
    join(ann, "a");
    join(bob, "a");
    rooms.remove(ann, "a");
    rooms.removeAll(bob);
    assertThat(heard)
        .containsExactly(
            "create a", "join a ann", "join a bob", "leave a ann", "leave a bob", "delete a");
  }

  @Test
  void aRemovedListenerHearsNothing() {
    List<String> heard = new ArrayList<>();
    RoomListener recorder = new Recorder(heard);
    rooms.addListener(recorder);
    rooms.removeListener(recorder);
    join(ann, "a");
    assertThat(heard).isEmpty();
  }

  private void join(LocalSocket socket, String... names) {
    rooms.addAll(socket, List.of(names));
  }

  private List<LocalSocket> select(Set<String> in, Set<String> except) {
    var chosen = rooms.select(in, except);
    return chosen instanceof List<LocalSocket> list ? list : List.copyOf(chosen);
  }

  private record Recorder(List<String> heard) implements RoomListener {
    @Override
    public void onCreateRoom(String room) {
      heard.add("create " + room);
    }

    @Override
    public void onJoinRoom(String room, String socketId) {
      heard.add("join " + room + " " + socketId);
    }

    @Override
    public void onLeaveRoom(String room, String socketId) {
      heard.add("leave " + room + " " + socketId);
    }

    @Override
    public void onDeleteRoom(String room) {
      heard.add("delete " + room);
    }
  }
}
