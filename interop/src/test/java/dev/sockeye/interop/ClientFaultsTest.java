// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.client.SocketIoClient;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client with networks and servers that fail it. */
class ClientFaultsTest {
  @RegisterExtension static final Leftovers LEFTOVERS = new Leftovers();
  @RegisterExtension static final PeerServer SERVER = new PeerServer();

  @ParameterizedTest
  @CsvSource({"polling,10000", "websocket,10000", "polling,1", "websocket,1"})
  void aStreamThatIsCutInsideAMessageIsALossAndTheClientComesBack(String transport, int bytes) {
    try (CuttingProxy proxy = new CuttingProxy(SERVER.port());
        SockeyePeer peer = SockeyePeer.open(proxy.url(), transport, same -> same, Map.of())) {
      peer.connected();
      peer.next("auth");
      proxy.cutAfter(bytes);
      peer.emit("echo", "x".repeat(50_000));
      assertThat(peer.disconnected()).isIn("transport close", "transport error");
      peer.connected();
      peer.next("auth");
      assertThat(peer.ask("echo-ack", "again")).containsExactly("again");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void nothingIsLeftOfAClientWhoseServerDied(String transport) throws InterruptedException {
    ServerProcess server = ServerProcess.node("plain");
    SockeyePeer peer = SockeyePeer.open(server.url(), transport, same -> same, Map.of());
    peer.connected();
    Set<Thread> threads = Leftovers.threads();
    assertThat(threads).isNotEmpty();
    server.kill();
    peer.disconnected();
    SocketIoClient client = peer.client();
    client.close();
    assertThat(client.engine()).isEmpty();
    Leftovers.assertEnd(threads);
  }
}
