// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.client.SocketIoClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client on connections that are lost without a word: half-open TCP, and resets. */
class VanishingNetworkTest {
  @RegisterExtension static final Leftovers LEFTOVERS = new Leftovers();

  /** Soon missed, and itself patient with a client that is slow to answer. */
  @RegisterExtension
  static final PeerServer SERVER =
      new PeerServer(
          io -> io.pingInterval(Duration.ofMillis(500)).pingTimeout(Duration.ofSeconds(2)));

  /** Goodbyes that nobody hears are not waited for. */
  private static SocketIoClient.Builder briefly(SocketIoClient.Builder client) {
    return client.closeTimeout(Duration.ofMillis(100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void aHalfOpenConnectionIsAPingTimeoutAndTheClientComesBack(String transport) {
    try (CuttingProxy proxy = new CuttingProxy(SERVER.port());
        SockeyePeer peer =
            SockeyePeer.open(proxy.url(), transport, VanishingNetworkTest::briefly, Map.of())) {
      peer.connected();
      peer.next("auth");
      proxy.vanish();
      assertThat(peer.disconnected()).isEqualTo("ping timeout");
      peer.emit("echo", "sent meanwhile");
      peer.connected();
      peer.next("auth");
      assertThat(peer.next("echo")).containsExactly("sent meanwhile");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void aClientOnAHalfOpenConnectionIsClosedInTime(String transport) {
    try (CuttingProxy proxy = new CuttingProxy(SERVER.port())) {
      SockeyePeer peer =
          SockeyePeer.open(proxy.url(), transport, VanishingNetworkTest::briefly, Map.of());
      peer.connected();
      proxy.vanish();
      peer.emit("echo", "never leaves");
      peer.close();
      assertThat(peer.disconnected()).isEqualTo("io client disconnect");
    }
  }

  // Who polls may be between two requests, and then has lost nothing.
  @ParameterizedTest
  @ValueSource(strings = {"websocket", "upgrade"})
  void aResetIsALossAndTheClientComesBack(String transport) throws IOException {
    try (CuttingProxy proxy = new CuttingProxy(SERVER.port());
        SockeyePeer peer = SockeyePeer.open(proxy.url(), transport, same -> same, Map.of())) {
      peer.connected();
      peer.next("auth");
      peer.settled();
      proxy.reset();
      assertThat(peer.disconnected()).isIn("transport close", "transport error");
      peer.connected();
      peer.next("auth");
      assertThat(peer.ask("echo-ack", "again")).containsExactly("again");
    }
  }
}
