// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.CloseReason;
import dev.sockeye.socketio.JsonParser;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.PacketType;
import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.Parser;
import dev.sockeye.testkit.RawPeer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisconnectTest {
  private final TestServer server = new TestServer();
  private final List<String> heard = new ArrayList<>();
  private final AtomicReference<Socket> last = new AtomicReference<>();

  @BeforeEach
  void listen() {
    server.io.onConnection(this::listenTo);
    server.io.of("/admin").onConnection(this::listenTo);
  }

  private void listenTo(Socket socket) {
    last.set(socket);
    String name = socket.namespace().name();
    socket.onDisconnect((reason, details) -> heard.add(name + " " + reason.text()));
    socket.on("hi", (args, ack) -> heard.add(name + " hi"));
  }

  @Test
  void theServerMayEndOneNamespace() {
    TestClient client = server.connect().join("/admin");
    server.run(() -> last.get().disconnect());
    assertThat(client.received()).containsExactly("41/admin,");
    assertThat(heard).containsExactly("/admin server namespace disconnect");
    assertThat(client.send("42[\"hi\"]").isClosed()).isFalse();
  }

  @Test
  void aClientThatHearsOfItMayComeBackAtOnce() {
    TestClient client = endWhoComesBack(false);
    assertThat(client.isClosed()).isFalse();
    assertThat(last.get().isConnected()).isTrue();
  }

  @Test
  void aClientWhoseConnectionIsEndedComesBackInVain() {
    TestClient client = endWhoComesBack(true);
    assertThat(client.isClosed()).isTrue();
    assertThat(heard).containsExactly("/ server namespace disconnect");
  }

  /** As if the packet had left and the client had answered, before this thread goes on. */
  private TestClient endWhoComesBack(boolean close) {
    BeforeDisconnect parser = new BeforeDisconnect();
    TestServer own = new TestServer(options -> options.parser(parser));
    own.io.onConnection(this::listenTo);
    TestClient client = own.connect();
    parser.action = () -> client.send("40");
    last.get().disconnect(close);
    own.host.runPending();
    return client;
  }

  /** Does something when a DISCONNECT is about to be sent. */
  private static final class BeforeDisconnect implements Parser {
    private final Parser json = JsonParser.create();
    private Runnable action = () -> {};

    @Override
    public EncodedPacket encode(Packet packet) {
      if (packet.type() == PacketType.DISCONNECT) {
        action.run();
      }
      return json.encode(packet);
    }

    @Override
    public Decoder newDecoder() {
      return json.newDecoder();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"42/admin,[\"hi\"]", "43/admin,0[]", "41/admin"})
  void whatWasOnItsWayWhenTheServerEndedItIsForNobody(String late) {
    TestClient client = server.connect().join("/admin");
    server.run(() -> last.get().disconnect());
    client.send(late, "42[\"hi\"]");
    assertThat(client.isClosed()).isFalse();
    assertThat(heard).containsExactly("/admin server namespace disconnect", "/ hi");
  }

  @Test
  void aBlobThatWasOnItsWayIsForNobody() {
    TestClient client = server.connect().join("/admin");
    server.run(() -> last.get().disconnect());
    client.send("451-/admin,[\"hi\",{\"_placeholder\":true,\"num\":0}]").sendBinary(1);
    assertThat(client.send("42[\"hi\"]").isClosed()).isFalse();
    assertThat(heard).endsWith("/ hi");
  }

  @Test
  void aClientThatLeftAtTheSameTimeMayComeBack() {
    TestClient client = server.connect().join("/admin");
    server.run(() -> last.get().disconnect());
    client.send("41/admin", "40/admin,", "42/admin,[\"hi\"]");
    assertThat(client.isClosed()).isFalse();
    assertThat(heard).containsExactly("/admin server namespace disconnect", "/admin hi");
  }

  @Test
  void whoHasComeBackKnowsWhereItIs() {
    TestClient client = server.connect().join("/admin");
    server.run(() -> last.get().disconnect());
    client.send("40/admin,", "41/admin", "42/admin,[\"hi\"]");
    assertThat(client.isClosed()).isTrue();
  }

  @Test
  void onlySoManyNamespacesAreKeptInMind() {
    TestServer small = new TestServer(options -> options.maxNamespacesPerConnection(2));
    List.of("/", "/a", "/b", "/c").forEach(name -> small.io.of(name).onConnection(this::listenTo));
    TestClient client = small.connect();
    for (String name : List.of("/a", "/b", "/c")) {
      client.received();
      client.join(name);
      small.run(() -> last.get().disconnect());
    }
    assertThat(client.send("42/b,[\"hi\"]", "42/c,[\"hi\"]").isClosed()).isFalse();
    assertThat(client.send("42/a,[\"hi\"]").isClosed()).isTrue();
  }

  @Test
  void theServerMayEndTheWholeConnection() {
    TestClient client = server.connect().join("/admin");
    server.run(() -> last.get().disconnect(true));
    assertThat(client.isClosed()).isTrue();
    assertThat(client.received()).contains("41", "41/admin,");
    assertThat(heard)
        .containsExactlyInAnyOrder(
            "/ server namespace disconnect", "/admin server namespace disconnect");
  }

  @Test
  void theClientMayEndOneNamespace() {
    TestClient client = server.connect().join("/admin").send("41/admin");
    assertThat(heard).containsExactly("/admin client namespace disconnect");
    assertThat(client.isClosed()).isFalse();
  }

  @Test
  void theEndOfTheConnectionEndsAllItsSockets() {
    server.connect().join("/admin").wire.close();
    assertThat(heard).containsExactlyInAnyOrder("/ transport close", "/admin transport close");
  }

  @Test
  void aMissingPongIsAPingTimeout() {
    server.connect();
    server.advance(Duration.ofSeconds(45));
    assertThat(heard).containsExactly("/ ping timeout");
  }

  @Test
  void aLostConnectionIsATransportClose() {
    List<Throwable> details = new ArrayList<>();
    server.io.onConnection(socket -> socket.onDisconnect((reason, why) -> details.add(why)));
    server.connect().wire.drop();
    assertThat(heard).containsExactly("/ transport close");
    assertThat(details).doesNotContainNull();
  }

  @Test
  void anInvalidEnginePacketIsAParseError() {
    server.connect().send("abc");
    assertThat(heard).containsExactly("/ parse error");
  }

  @Test
  void anInvalidPacketIsAForcedClose() {
    server.connect().send("42{}");
    assertThat(heard).containsExactly("/ forced close");
  }

  @Test
  void aBreachOfTheProtocolIsAForcedClose() {
    server.connect().send("40");
    assertThat(heard).containsExactly("/ forced close");
  }

  @Test
  void aBreachThatCanNotBeToldAtOnceIsAForcedServerClose() {
    RawPeer peer = server.host.peer().open();
    peer.post("40");
    peer.post("40");
    assertThat(heard).containsExactly("/ forced server close");
  }

  @Test
  void aClosedSessionIsAForcedClose() {
    server.connect();
    server.run(() -> last.get().conn().close());
    assertThat(heard).containsExactly("/ forced close");
  }

  @Test
  void aPeerThatReadsTooSlowlyIsABufferOverflow() {
    TestServer small = new TestServer(options -> options.maxBufferedBytes(100));
    small.io.onConnection(this::listenTo);
    TestClient client = small.connect();
    client.wire.setWritable(false);
    small.run(() -> last.get().emit("big", "x".repeat(200)));
    assertThat(heard).containsExactly("/ buffer overflow");
  }

  @Test
  void everyReasonOfTheEngineHasItsCounterpart() {
    for (CloseReason reason : CloseReason.values()) {
      assertThat(DisconnectReason.of(reason).text()).isEqualTo(reason.text());
    }
  }

  @Test
  void roomsAreThereWhileDisconnectingAndGoneAfterwards() {
    server.io.onConnection(
        socket -> {
          socket.join("lobby");
          socket.onDisconnecting(
              (reason, details) -> heard.add("leaving " + socket.rooms().size()));
          socket.onDisconnect(
              (reason, details) ->
                  heard.add("left " + socket.rooms().size() + server.io.of("/").sockets().size()));
        });
    server.connect().send("41");
    assertThat(heard).containsExactly("leaving 2", "/ client namespace disconnect", "left 00");
  }

  @Test
  void whoLeavesMayTellTheOthers() {
    server.io.onConnection(
        socket -> {
          socket.join("lobby");
          socket.onDisconnecting((reason, details) -> socket.to("lobby").emit("bye"));
        });
    TestClient stays = server.connect();
    server.connect().wire.close();
    assertThat(stays.received()).containsExactly("42[\"bye\"]");
  }

  @Test
  void eventsThatCameBeforeTheEndAreHeard() {
    server.connect().send("42[\"hi\"]", "41");
    assertThat(heard).containsExactly("/ hi", "/ client namespace disconnect");
  }

  @Test
  void eventsThatWaitWhenTheServerEndsItAreDropped() {
    server.io.onConnection(socket -> socket.on("end", (args, ack) -> socket.disconnect()));
    RawPeer peer = server.host.peer().open();
    peer.post("40");
    peer.post("42[\"end\"]\u001e42[\"hi\"]");
    assertThat(heard).doesNotContain("/ hi");
  }

  @Test
  void whatIsSentAfterwardsIsIgnored() {
    TestClient client = server.connect();
    server.run(
        () -> {
          last.get().disconnect();
          last.get().emit("late");
          last.get().disconnect();
        });
    assertThat(client.received()).containsExactly("41");
  }

  @Test
  void joiningAfterwardsHasNoEffect() {
    server.connect().send("41");
    last.get().join("lobby");
    assertThat(last.get().rooms()).isEmpty();
    assertThat(Leaks.of(server.io)).isEmpty();
  }

  @Test
  void aFailingListenerKeepsNoSocketAlive() {
    server.io.onConnection(
        socket ->
            socket.onDisconnecting(
                (reason, details) -> {
                  throw new IllegalStateException("oops");
                }));
    server.connect().send("41");
    assertThat(server.errors).containsExactly("disconnecting: oops");
    assertThat(Leaks.of(server.io)).isEmpty();
  }

  @Test
  void nothingIsLeftOfClientsThatAreGone() {
    server.io.onConnection(
        socket -> {
          socket.join("a", "b");
          socket.emitWithAck("never answered");
          socket.timeout(Duration.ofHours(1)).emitWithAck("never answered");
        });
    for (int i = 0; i < 50; i++) {
      TestClient client = server.connect().join("/admin");
      switch (i % 4) {
        case 0 -> client.wire.close();
        case 1 -> client.wire.drop();
        case 2 -> client.send("42{}");
        default -> client.send("41", "41/admin").wire.close();
      }
    }
    assertThat(Leaks.of(server.io, "/admin")).isEmpty();
    assertThat(server.io.engine().sessionCount()).isZero();
    assertThat(server.host.pendingTimers()).isZero();
  }
}
