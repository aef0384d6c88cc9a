// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Transport;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.server.ConnectionRefusedException;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.LocalHost;
import dev.sockeye.testkit.LocalNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The client with Sockeye's server, in memory, over all transports. */
class RealServerTest {
  private final List<String> heard = new ArrayList<>();

  /** A server and what reaches it. */
  private record Setup(SocketIoServer io, LocalHost host) {
    static Setup of(UnaryOperator<SocketIoServer.Builder> options) {
      SocketIoServer io =
          options.apply(SocketIoServer.builder().dispatch(Dispatch.ioThread())).build();
      io.onConnection(
          socket -> {
            socket.onRequest("echo", args -> args.raw(0));
            socket.on("join", String.class, socket::join);
          });
      return new Setup(io, LocalHost.of(io.engine()));
    }

    SocketIoClient.Builder client() {
      return SocketIoClient.builder("http://local")
          .network(LocalNetwork.to(host))
          .randomizationFactor(0)
          .dispatch(Dispatch.ioThread());
    }

    /** Waits for nothing but time: an upgrade, a heartbeat. */
    void advance(int seconds) {
      host.advance(Duration.ofSeconds(seconds));
    }

    void loseConnections() {
      host.scheduler().call(() -> io.localSockets().forEach(socket -> socket.conn().close()));
      host.runPending();
    }
  }

  private static Args echo(Setup setup, ClientSocket socket, Object value) {
    CompletableFuture<Args> answer = socket.emitWithAck("echo", value);
    setup.advance(1);
    return answer.join();
  }

  @Test
  void aBlobComesBackOverPolling() {
    Setup setup = Setup.of(same -> same);
    ClientSocket socket = setup.client().transports(Transport.POLLING).build().socket();
    assertThat(echo(setup, socket, new byte[] {1, 2, 3}).bytes(0)).containsExactly(1, 2, 3);
  }

  @Test
  void aMapComesBackOverAWebSocket() {
    Setup setup = Setup.of(same -> same);
    ClientSocket socket = setup.client().transports(Transport.WEBSOCKET).build().socket();
    assertThat(echo(setup, socket, Map.of("a", List.of(1, "b"))).get(0))
        .isEqualTo(Map.of("a", List.of(1, "b")));
  }

  @Test
  void theConnectionMovesToAWebSocket() {
    Setup setup = Setup.of(same -> same);
    SocketIoClient client = setup.client().build();
    ClientSocket socket = client.socket();
    assertThat(echo(setup, socket, "hi").string(0)).isEqualTo("hi");
    assertThat(client.engine().orElseThrow().transport()).isEqualTo(Transport.WEBSOCKET);
  }

  @Test
  void bothMaySpeakMessagePack() {
    Setup setup = Setup.of(options -> options.parser(MessagePackParser.create()));
    ClientSocket socket = setup.client().parser(MessagePackParser.create()).build().socket();
    assertThat(echo(setup, socket, new byte[] {7}).bytes(0)).containsExactly(7);
  }

  @Test
  void middlewareSeesTheAuthAndRefusesWithData() {
    Setup setup = Setup.of(same -> same);
    setup
        .io()
        .use(
            socket -> {
              throw new ConnectionRefusedException(
                  "not " + socket.handshake().auth().get("user"), Map.of("code", 403));
            });
    ClientSocket socket = setup.client().auth(Map.of("user", "ann")).build().socket();
    socket.onConnectError(error -> heard.add(error.getMessage() + " " + error.data()));
    setup.advance(1);
    assertThat(heard).containsExactly("not ann {code=403}");
  }

  @Test
  void theServerMayAskTheClient() {
    Setup setup = Setup.of(same -> same);
    ClientSocket socket = setup.client().build().socket();
    socket.onRequest("add", Integer.class, Integer.class, (a, b) -> a + b);
    setup.advance(1);
    CompletableFuture<Integer> sum =
        setup.io().localSockets().iterator().next().emitWithAck("add", Integer.class, 1, 2);
    setup.advance(1);
    assertThat(sum.join()).isEqualTo(3);
  }

  @Test
  void aLostClientIsRestoredWithItsRoomsAndWhatItMissed() {
    Setup setup = Setup.of(options -> options.connectionStateRecovery(RecoveryOptions.defaults()));
    ClientSocket socket = setup.client().build().socket();
    socket.on("news", String.class, heard::add);
    socket.onConnect(() -> heard.add("connected " + socket.isRecovered()));
    socket.emit("join", "readers");
    setup.advance(1);
    setup.io().to("readers").emit("news", "first");
    setup.advance(0);
    String id = socket.id().orElseThrow();
    setup.loseConnections();
    setup.io().to("readers").emit("news", "missed");
    setup.advance(3);
    assertThat(heard).containsExactly("connected false", "first", "missed", "connected true");
    assertThat(socket.id()).contains(id);
  }

  @Test
  void aDisconnectionByTheServerIsFinal() {
    Setup setup = Setup.of(same -> same);
    ClientSocket socket = setup.client().build().socket();
    socket.onDisconnect((reason, details) -> heard.add(reason.text()));
    setup.advance(1);
    setup.io().disconnectSockets();
    setup.advance(10);
    assertThat(heard).containsExactly("io server disconnect");
    assertThat(setup.io().engine().sessionCount()).isZero();
  }

  @Test
  void theHeartbeatKeepsAnIdleConnectionAlive() {
    Setup setup = Setup.of(same -> same);
    ClientSocket socket = setup.client().build().socket();
    socket.onDisconnect((reason, details) -> heard.add(reason.text()));
    setup.advance(300);
    assertThat(heard).isEmpty();
    assertThat(socket.isConnected()).isTrue();
  }

  @Test
  void aClosedClientLeavesNothingBehind() {
    Setup setup = Setup.of(same -> same);
    SocketIoClient client = setup.client().build();
    client.socket().emit("hello");
    setup.advance(1);
    client.closeAsync();
    setup.advance(60);
    assertThat(setup.host().pendingTimers()).isZero();
    assertThat(setup.io().engine().sessionCount()).isZero();
  }
}
