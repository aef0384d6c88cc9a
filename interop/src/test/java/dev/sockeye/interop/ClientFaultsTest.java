// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.client.SocketIoClient;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client with networks and servers that fail it. */
class ClientFaultsTest {
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
  @ValueSource(strings = {"polling", "websocket"})
  void anAnswerWithoutEndIsAConnectError(String transport) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SockeyePeer peer =
            SockeyePeer.open(
                "http://localhost:" + server.getLocalPort(),
                transport,
                client -> client.reconnection(false).maxResponseBytes(100_000),
                Map.of())) {
      talkForever(server);
      assertThat(peer.refused().get(0).toString())
          .containsAnyOf("xhr poll error", "answered the WebSocket handshake with 200");
    }
  }

  /** Until the client hangs up. */
  private static void talkForever(ServerSocket server) throws IOException {
    byte[] garbage = new byte[10_000];
    try (Socket client = server.accept();
        OutputStream out = client.getOutputStream()) {
      out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write(garbage);
      }
    } catch (SocketException hungUp) {
      // as it should
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void nothingIsLeftOfAClientWhoseServerDied(String transport) {
    Set<Thread> before = threads();
    ServerProcess server = ServerProcess.node("plain");
    SockeyePeer peer = SockeyePeer.open(server.url(), transport, same -> same, Map.of());
    peer.connected();
    Set<Thread> during = threads();
    during.removeAll(before);
    assertThat(during).isNotEmpty();
    server.kill();
    peer.disconnected();
    SocketIoClient client = peer.client();
    client.close();
    assertThat(client.engine()).isEmpty();
    during.forEach(ClientFaultsTest::join);
  }

  /** The network's threads, which end with the client; a test that waits in vain fails. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("sockeye-client"))
        .collect(Collectors.toSet());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("still running: " + thread, e);
    }
  }
}
