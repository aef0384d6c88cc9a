// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.testkit.WireServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client with servers that take their time. */
class SlowServerTest {
  @RegisterExtension static final Leftovers LEFTOVERS = new Leftovers();
  @RegisterExtension static final PeerServer SERVER = new PeerServer();

  private static final int LIMIT = 500_000;

  /** More than the limit and all buffers of the system on the way together. */
  private static final int FAR_TOO_MANY = 100_000;

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket"})
  void whatAServerDoesNotReadWaitsUpToTheLimitAndThenArrives(String transport) {
    try (CuttingProxy proxy = new CuttingProxy(SERVER.port());
        SockeyePeer peer =
            SockeyePeer.open(
                proxy.url(), transport, client -> client.maxBufferedBytes(LIMIT), Map.of())) {
      peer.next("auth");
      peer.ask("echo-ack", "there");
      proxy.freeze();
      String payload = "x".repeat(10_000);
      assertThatThrownBy(
              () -> {
                for (int number = 0; number < FAR_TOO_MANY; number++) {
                  peer.emit("noise", payload);
                }
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("maxBufferedBytes is " + LIMIT);
      peer.emit("echo", "after all the noise"); // there is room for what is small
      proxy.thaw();
      assertThat(peer.next("echo")).containsExactly("after all the noise");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void whatComesInDropsIsPutTogether(String transport) {
    try (CuttingProxy proxy = new CuttingProxy(SERVER.port(), 1);
        SockeyePeer peer = SockeyePeer.open(proxy.url(), transport, same -> same, Map.of())) {
      peer.next("auth");
      peer.emit("echo", "x".repeat(500), new byte[] {1, 2, 3});
      assertThat(peer.next("echo")).containsExactly("x".repeat(500), new byte[] {1, 2, 3});
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket"})
  void anAnswerThatIsBegunAndNeverEndedIsATimeout(String transport) {
    try (WireServer server =
            WireServer.start(
                client -> {
                  client.head();
                  client.say("HTTP/1.1 200 OK\r\nContent-Le").awaitEnd();
                });
        SockeyePeer peer =
            SockeyePeer.open(
                "http://localhost:" + server.port(),
                transport,
                client ->
                    client
                        .reconnection(false)
                        .timeout(Duration.ofMillis(300))
                        .closeTimeout(Duration.ofMillis(100)),
                Map.of())) {
      assertThat(peer.refused().get(0).toString()).contains("not connected within PT0.3S");
    }
  }
}
