// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.client.SocketIoClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client when its server dies, freezes and comes back. */
class ClientRestartTest {
  private ServerProcess server;
  private SockeyePeer peer;

  @AfterEach
  void close() {
    // First the server: a client waits for one that is frozen to take its goodbye.
    server.close();
    peer.close();
  }

  private void connect(ServerProcess to, String transport) {
    connect(to, transport, same -> same);
  }

  private void connect(
      ServerProcess to, String transport, UnaryOperator<SocketIoClient.Builder> options) {
    server = to;
    peer = SockeyePeer.open(server.url(), transport, options, Map.of());
    peer.connected();
    peer.next("auth");
    peer.settled();
  }

  private static ServerProcess start(String program, String kind) {
    return program.equals("node") ? ServerProcess.node(kind) : ServerProcess.python(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "node,polling", "node,websocket", "node,upgrade",
    "python,polling", "python,websocket", "python,upgrade"
  })
  void theClientFindsAServerThatWasKilledAndStartedAgain(String program, String transport)
      throws InterruptedException {
    connect(start(program, "plain"), transport);
    CountDownLatch failures = new CountDownLatch(2);
    peer.client().onReconnectError(error -> failures.countDown());
    server.kill();
    assertThat(peer.disconnected()).isIn("transport close", "transport error");
    assertThat(failures.await(20, TimeUnit.SECONDS)).as("it tries, and tries again").isTrue();
    peer.emit("echo", "sent while nobody was there");
    server.restart();
    peer.next("auth");
    assertThat(peer.next("echo")).containsExactly("sent while nobody was there");
  }

  @ParameterizedTest
  @CsvSource({
    "node,polling", "node,websocket", "node,upgrade",
    "python,polling", "python,websocket", "python,upgrade"
  })
  void aServerThatIsSilentIsMissed(String program, String transport) {
    connect(start(program, "impatient"), transport);
    server.freeze();
    assertThat(peer.disconnected()).isEqualTo("ping timeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void anEventIsSentUntilItIsAnsweredAndTheNextOneWaits(String transport) {
    connect(
        ServerProcess.node("plain"),
        transport,
        client -> client.retries(20).ackTimeout(Duration.ofMillis(300)));
    peer.socket().emit("save", 1);
    peer.socket().emit("save", 2);
    assertThat(peer.socket().emitWithAck("save", 3).join().integer(0)).isEqualTo(3);
    assertThat(peer.socket().emitWithAck("saved").join().toList())
        .containsExactly(List.of(1, 2, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "upgrade"})
  void theCookiesOfTheServerComeBackAfterALoss(String transport) {
    connect(ServerProcess.node("cookie"), transport);
    String id = loseConnection();
    String sent = (String) peer.ask("cookies").get(0);
    assertThat(sent).contains("node=" + id).contains("first=1").containsPattern("turn=\\d+");
  }

  // The official server has no cookie of its own in the handshake of a WebSocket.
  @Test
  void theCookieOfAWebSocketHandshakeComesBackAfterALoss() {
    connect(ServerProcess.node("cookie"), "websocket");
    loseConnection();
    assertThat(peer.ask("cookies").get(0).toString()).contains("first=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "upgrade"})
  void theCookieOfThePythonServerComesBackAfterALoss(String transport) {
    connect(ServerProcess.python("cookie"), transport);
    String id = loseConnection();
    assertThat(peer.ask("cookies")).containsExactly("node=" + id);
  }

  /** Returns the id of the session that was lost. */
  private String loseConnection() {
    String id = peer.client().engine().orElseThrow().id().orElseThrow();
    peer.emit("cut");
    peer.disconnected();
    peer.connected();
    return id;
  }
}
