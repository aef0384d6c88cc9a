// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.server.RemoteSocket;
import dev.sockeye.testkit.TestClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three servers in one JVM, through the API that applications use. */
@Timeout(60)
class ClusterOfServersTest {
  private final Servers servers =
      new Servers(
          3,
          LocalCluster.create(),
          io ->
              io.onConnection(
                  socket -> {
                    socket.on(
                        "join",
                        (args, ack) -> {
                          socket.join(args.string(0));
                          ack.send();
                        });
                    socket.on("say", (args, ack) -> socket.to("r").emit("said", args.get(0)));
                  }));

  private final TestClient ann = servers.connect(0);
  private final TestClient bob = servers.connect(1);
  private final TestClient cid = servers.connect(2);

  @AfterEach
  void close() {
    servers.close();
  }

  @Test
  void anEventToARoomReachesItsMembersOnAllNodes() {
    ann.emitWithAck("join", "r");
    bob.emitWithAck("join", "r");
    servers.node(2).to("r").emit("hi", 1);
    assertThat(ann.receive("hi", Integer.class)).isEqualTo(1);
    assertThat(bob.receive("hi", Integer.class)).isEqualTo(1);
    servers.node(2).emit("end");
    cid.receive("end");
    assertThat(cid.unread()).isEmpty();
  }

  @Test
  void aSocketSpeaksToTheOthersInARoomOnOtherNodes() {
    ann.emitWithAck("join", "r");
    bob.emitWithAck("join", "r");
    ann.emit("say", "hello");
    assertThat(bob.receive("said", String.class)).isEqualTo("hello");
  }

  @Test
  void whoIsExceptedGetsNothingOnAnyNode() {
    bob.emitWithAck("join", "muted");
    servers.node(0).except("muted").emit("hi");
    servers.node(0).emit("end");
    bob.receive("end");
    assertThat(bob.unread()).isEmpty();
    cid.receive("hi");
  }

  @Test
  void whatIsLocalStaysOnItsNode() {
    servers.node(0).local().emit("hi");
    servers.node(0).emit("end");
    ann.receive("hi");
    bob.receive("end");
    assertThat(bob.unread()).isEmpty();
  }

  @Test
  void binaryDataReachesOtherNodes() {
    servers.node(0).emit("blob", (Object) new byte[] {1, 2, 3});
    assertThat(bob.receive("blob", byte[].class)).containsExactly(1, 2, 3);
  }

  @Test
  void socketsOfAllNodesAreFetched() {
    assertThat(servers.node(0).fetchSockets().join())
        .extracting(RemoteSocket::id)
        .containsExactlyInAnyOrder(ann.id(), bob.id(), cid.id());
  }

  @Test
  void aRemoteSocketTellsOfItsHandshake() {
    RemoteSocket remote =
        servers.node(0).to(bob.id()).fetchSockets().join().stream().findFirst().orElseThrow();
    assertThat(remote.handshake().url()).startsWith("/socket.io/?");
    assertThat(remote.rooms()).containsExactly(bob.id());
  }

  @Test
  void aRemoteSocketIsReached() {
    RemoteSocket remote = servers.node(0).to(bob.id()).fetchSockets().join().get(0);
    remote.emit("just you");
    bob.receive("just you");
    remote.disconnect();
    assertThat(bob.awaitDisconnect()).isNotEmpty();
  }

  @Test
  void socketsOfOtherNodesJoinAndLeave() {
    servers.node(0).socketsJoin("x");
    servers.node(0).to(bob.id()).socketsLeave("x");
    servers.node(0).to("x").emit("hi");
    servers.node(0).emit("end");
    cid.receive("hi");
    bob.receive("end");
    assertThat(bob.unread()).isEmpty();
  }

  @Test
  void clientsOfAllNodesAnswer() {
    CompletableFuture<List<Args>> answers =
        servers.node(0).timeout(ofSeconds(30)).emitWithAck("ask");
    ann.receive("ask").reply("a");
    bob.receive("ask").reply("b");
    cid.receive("ask").reply("c");
    assertThat(answers.join())
        .extracting(args -> args.string(0))
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void whoDoesNotAnswerInTimeCostsItsOwnAnswerOnly() {
    CompletableFuture<List<Args>> answers =
        servers.node(0).timeout(ofSeconds(2)).emitWithAck("ask");
    ann.receive("ask").reply("a");
    cid.receive("ask").reply("c");
    assertThatThrownBy(answers::join)
        .cause()
        .isInstanceOfSatisfying(
            AckTimeoutException.class,
            timeout ->
                assertThat(timeout.answers())
                    .extracting(args -> args.string(0))
                    .containsExactlyInAnyOrder("a", "c"));
  }

  @Test
  void nobodyInARoomIsAnEmptyAnswer() {
    assertThat(servers.node(0).to("nobody").timeout(ofSeconds(5)).emitWithAck("ask").join())
        .isEmpty();
  }

  @Test
  void localAnswersDoNotWaitForOtherNodes() {
    assertThat(servers.node(0).to("nobody").local().timeout(ofSeconds(5)).emitWithAck("ask").join())
        .isEmpty();
  }

  @Test
  void otherServersHearAndAnswer() {
    servers.node(1).onServerSideRequest("whoami", args -> "one " + args.get(0));
    servers.node(2).onServerSideRequest("whoami", args -> "two " + args.get(0));
    List<String> answers =
        servers.node(0).serverSideEmitWithAck("whoami", "?").join().stream()
            .map(args -> args.string(0))
            .toList();
    assertThat(answers).containsExactlyInAnyOrder("one ?", "two ?");
  }

  @Test
  void anEventBeforeADisconnectionArrivesFirst() {
    servers.node(0).emit("bye");
    servers.node(0).disconnectSockets();
    bob.receive("bye");
    assertThat(bob.awaitDisconnect()).isNotEmpty();
  }
}
