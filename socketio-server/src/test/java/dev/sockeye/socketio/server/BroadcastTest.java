// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BroadcastTest {
  private final TestServer server = new TestServer();
  private TestClient ann;
  private TestClient bob;
  private TestClient cem;

  @BeforeEach
  void connect() {
    server.io.onConnection(
        socket -> {
          socket.on("join", (args, ack) -> socket.join(args.string(0)));
          socket.on("leave", (args, ack) -> socket.leave(args.string(0)));
          socket.on("to", (args, ack) -> socket.to(args.string(0)).emit("hi"));
          socket.on("broadcast", (args, ack) -> socket.broadcast().emit("hi"));
          socket.on("except", (args, ack) -> socket.except(args.string(0)).emit("hi"));
        });
    ann = server.connect();
    bob = server.connect();
    cem = server.connect();
  }

  @Test
  void anEventToAllReachesAll() {
    server.io.emit("hi");
    assertReached(true, true, true);
  }

  @Test
  void anEventToARoomReachesItsMembers() {
    ann.send("42[\"join\",\"a\"]");
    server.io.to("a").emit("hi");
    assertReached(true, false, false);
  }

  @Test
  void anEventToTwoRoomsReachesAMemberOfBothOnce() {
    ann.send("42[\"join\",\"a\"]", "42[\"join\",\"b\"]");
    bob.send("42[\"join\",\"b\"]");
    server.io.to("a").to("b").emit("hi");
    assertReached(true, true, false);
  }

  @Test
  void severalRoomsMayBeNamedAtOnce() {
    ann.send("42[\"join\",\"a\"]");
    bob.send("42[\"join\",\"b\"]");
    server.io.in("a", "b").emit("hi");
    assertReached(true, true, false);
  }

  @Test
  void anIdIsARoom() {
    server.io.to(bob.id).emit("hi");
    assertReached(false, true, false);
  }

  @Test
  void exceptionsWinOverRooms() {
    ann.send("42[\"join\",\"a\"]", "42[\"join\",\"muted\"]");
    bob.send("42[\"join\",\"a\"]");
    server.io.to("a").except("muted").emit("hi");
    assertReached(false, true, false);
  }

  @Test
  void anIdMayBeExcepted() {
    server.io.except(cem.id).emit("hi");
    assertReached(true, true, false);
  }

  @Test
  void aRoomThatWasLeftIsNotReached() {
    ann.send("42[\"join\",\"a\"]", "42[\"leave\",\"a\"]");
    server.io.to("a").emit("hi");
    assertReached(false, false, false);
  }

  @Test
  void aSocketDoesNotReachItselfInARoom() {
    ann.send("42[\"join\",\"a\"]");
    bob.send("42[\"join\",\"a\"]", "42[\"to\",\"a\"]");
    assertReached(true, false, false);
  }

  @Test
  void aSocketDoesNotReachItselfByItsId() {
    ann.send("42[\"to\",\"" + ann.id + "\"]");
    assertReached(false, false, false);
  }

  @Test
  void aSocketReachesAllOthers() {
    ann.send("42[\"broadcast\"]");
    assertReached(false, true, true);
  }

  @Test
  void aSocketMayLeaveOthersOut() {
    ann.send("42[\"except\",\"" + bob.id + "\"]");
    assertReached(false, false, true);
  }

  @Test
  void anOperatorMayBeUsedAgain() {
    ann.send("42[\"join\",\"a\"]");
    bob.send("42[\"join\",\"b\"]");
    BroadcastOperator a = server.io.to("a");
    a.to("b");
    a.except(ann.id);
    a.emit("hi");
    assertReached(true, false, false);
  }

  @Test
  void anotherNamespaceIsNotReached() {
    server.io.of("/admin");
    TestClient admin = server.connect("/admin");
    server.io.emit("hi");
    server.io.of("/admin").to("a").emit("hi");
    server.host.runPending();
    assertThat(admin.received()).isEmpty();
    assertReached(true, true, true);
  }

  @Test
  void attachmentsFollowTheirEvent() {
    server.io.emit("file", new byte[] {1});
    server.host.runPending();
    List<String> expected = List.of("451-[\"file\",{\"_placeholder\":true,\"num\":0}]", "0x01");
    assertThat(ann.received()).isEqualTo(expected);
    assertThat(bob.received()).isEqualTo(expected);
  }

  @Test
  void eventsKeepTheirOrderWhoeverTheyAreFor() {
    Socket socket = server.io.of("/").socket(ann.id).orElseThrow();
    server.run(
        () -> {
          socket.emit("1");
          server.io.emit("2");
          socket.emit("3");
          server.io.to(ann.id).emit("4");
        });
    assertThat(ann.received()).containsExactly("42[\"1\"]", "42[\"2\"]", "42[\"3\"]", "42[\"4\"]");
  }

  @Test
  void aVolatileBroadcastSkipsThoseThatCanNotSendAtOnce() {
    bob.wire.setWritable(false);
    server.run(() -> server.io.asVolatile().emit("hi"));
    bob.wire.setWritable(true);
    assertReached(true, false, true);
  }

  @Test
  void aSocketThatHasLeftIsNotReached() {
    bob.send("41");
    server.io.emit("hi");
    assertReached(true, false, true);
  }

  @Test
  void socketsMayBePutIntoRoomsFromOutside() {
    server.io.in(ann.id).socketsJoin("x", "y", "y");
    server.io.to("y").emit("hi");
    assertReached(true, false, false);
  }

  @Test
  void socketsMayBeTakenOutOfRoomsFromOutside() {
    server.io.socketsJoin("x");
    server.io.except(cem.id).socketsLeave("x");
    server.io.to("x").emit("hi");
    assertReached(false, false, true);
  }

  @Test
  void socketsMayBeDisconnectedFromOutside() {
    server.io.in(ann.id).disconnectSockets();
    server.io.in(bob.id).disconnectSockets(true);
    server.host.runPending();
    assertThat(ann.received()).containsExactly("41");
    assertThat(ann.isClosed()).isFalse();
    assertThat(bob.isClosed()).isTrue();
    assertThat(server.io.of("/").sockets()).extracting(Socket::id).containsExactly(cem.id);
  }

  private void assertReached(boolean annIs, boolean bobIs, boolean cemIs) {
    server.host.runPending();
    List<String> hi = List.of("42[\"hi\"]");
    assertThat(List.of(ann.received(), bob.received(), cem.received()))
        .isEqualTo(List.of(annIs ? hi : List.of(), bobIs ? hi : List.of(), cemIs ? hi : List.of()));
  }
}
