// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.server.CloseReason;
import dev.sockeye.engineio.server.ConnectionError;
import dev.sockeye.engineio.server.Message;
import dev.sockeye.engineio.server.Session;
import dev.sockeye.socketio.Args;
import dev.sockeye.testkit.RawPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What metrics and tools see. */
class ObserverTest {
  private final List<String> seen = new ArrayList<>();
  private final TestServer server = new TestServer(options -> options.observe(new Diary()));

  private final class Diary implements ServerObserver {
    @Override
    public void onOpen(Session session) {
      seen.add("open " + session.transport().wireName());
    }

    @Override
    public void onClose(Session session, CloseReason reason, Throwable cause) {
      seen.add("close " + reason.text());
    }

    @Override
    public void onUpgrade(Session session, Transport transport) {
      seen.add("upgrade " + transport.wireName());
    }

    @Override
    public void onOverflow(Session session) {
      seen.add("overflow");
    }

    @Override
    public void onDropped(Session session, Message message) {
      seen.add("dropped");
    }

    @Override
    public void onRequestRefused(ConnectionError error) {
      seen.add("refused " + error.error().message());
    }

    @Override
    public void onNewNamespace(Namespace namespace) {
      seen.add("namespace " + namespace.name());
    }

    @Override
    public void onConnect(Socket socket) {
      seen.add("connect " + socket.namespace().name());
    }

    @Override
    public void onConnectRefused(Socket socket, String message) {
      seen.add("connect refused " + message);
    }

    @Override
    public void onDisconnect(Socket socket, DisconnectReason reason, Throwable details) {
      seen.add("disconnect " + reason.text());
    }

    @Override
    public void onEventReceived(Socket socket, String event, Args args) {
      seen.add("received " + event + args);
    }

    @Override
    public void onEventSent(Socket socket, String event, List<?> args) {
      seen.add("sent " + event + args);
    }

    @Override
    public void onError(Throwable error, Socket socket, String event) {
      seen.add("error " + event);
      throw new IllegalStateException("even an observer may fail");
    }
  }

  @Test
  void aConversationIsSeenFromItsBeginningToItsEnd() {
    server.io.onConnection(
        socket ->
            socket.on(
                "a",
                (args, ack) -> {
                  socket.emit("b", 2);
                  throw new IllegalStateException("oops");
                }));
    server.connect().send("42[\"a\",1]").wire.close();
    assertThat(seen)
        .containsExactly(
            "open websocket",
            "connect /",
            "received a[1]",
            "sent b[2]",
            "error a",
            "close transport close",
            "disconnect transport close");
    assertThat(server.errors).containsExactly("a: oops");
  }

  @Test
  void refusalsAndNewNamespacesAreSeen() {
    server
        .io
        .of("/admin")
        .use(
            socket -> {
              throw new ConnectionRefusedException("no");
            });
    server.open().send("40/admin,");
    server.host.peer().get("EIO=4&transport=nope");
    assertThat(seen)
        .contains("namespace /admin", "connect refused no", "refused Transport unknown");
  }

  @Test
  void anUpgradeIsSeen() {
    RawPeer peer = server.host.peer().open();
    peer.webSocket().send("2probe", "5");
    assertThat(seen).containsExactly("open polling", "upgrade websocket");
  }

  @Test
  void whatIsDroppedAndWhatOverflowsIsSeen() {
    TestServer small =
        new TestServer(options -> options.maxBufferedBytes(100).observe(new Diary()));
    TestClient client = small.connect();
    client.wire.setWritable(false);
    small.run(() -> small.io.asVolatile().emit("v"));
    small.run(() -> small.io.emit("big", "x".repeat(200)));
    assertThat(seen).contains("dropped", "overflow", "close buffer overflow");
  }

  @Test
  void packetsOfOneSessionCanBeSeen() {
    List<String> packets = new ArrayList<>();
    server.io.onConnection(
        socket -> {
          socket.on("a", () -> socket.emit("b"));
          socket.conn().observe(new PacketDiary(packets));
        });
    server.connect().send("42[\"a\"]", "3");
    assertThat(packets).containsExactly("in MESSAGE 2[\"a\"]", "out 1", "in PONG ");
  }

  @Test
  void anObserverOfASessionCanGo() {
    List<String> packets = new ArrayList<>();
    server.io.onConnection(
        socket -> {
          Runnable end = socket.conn().observe(new PacketDiary(packets));
          socket.on("end", end);
        });
    server.connect().send("42[\"end\"]", "42[\"a\"]");
    assertThat(packets).hasSize(1);
  }

  private record PacketDiary(List<String> packets)
      implements dev.sockeye.engineio.server.SessionObserver {
    @Override
    public void onPacketReceived(Session session, PacketType type, RawData data) {
      packets.add("in " + type + " " + data.text());
    }

    @Override
    public void onSent(Session session, Message message) {
      packets.add("out " + message.frames().size());
    }
  }

  @Test
  void typedDataNeedsNoCasts() {
    DataKey<String> name = DataKey.of("name", String.class);
    DataKey<Integer> age = DataKey.of("age", Integer.class);
    server.io.use(
        socket -> {
          socket.data().put(name, "ann");
          seen.add("age " + socket.data().find(age));
          seen.add("age " + socket.data().computeIfAbsent(age, () -> 7));
        });
    server.io.onConnection(
        socket -> {
          seen.add(socket.data().require(name) + socket.data().get("age"));
          seen.add("" + socket.data().remove(age) + socket.data().remove(age));
        });
    server.connect();
    assertThat(seen).containsSubsequence("age Optional.empty", "age 7", "ann7", "truefalse");
    assertThat(server.io.fetchSockets().join().get(0).data()).isEqualTo(Map.of("name", "ann"));
  }
}
