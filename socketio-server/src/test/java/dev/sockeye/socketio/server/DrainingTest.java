// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.testkit.LocalExchange;
import dev.sockeye.testkit.LocalHost;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What load balancers see of a server that is being closed. */
class DrainingTest {
  private final TestServer server = new TestServer();

  @Test
  void aServerThatServesIsWell() {
    LocalExchange answer = ask(server);
    assertThat(answer.response().status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(server.io.isDraining()).isFalse();
  }

  @Test
  void itsHealthTurnsRedWhenItIsBeingClosed() {
    server.io.close();
    LocalExchange answer = ask(server);
    assertThat(answer.response().status()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"status\":\"draining\"}");
    assertThat(server.io.isDraining()).isTrue();
  }

  @Test
  void itsHealthTurnsRedWhenItsHostIsClosed() {
    server.io.service().close();
    assertThat(server.io.isDraining()).isTrue();
  }

  @Test
  void duringTheDelayItServesAsBefore() {
    TestServer slow = new TestServer(options -> options.drainDelay(Duration.ofDays(1)));
    TestClient before = slow.connect();
    slow.io.close();
    assertThat(ask(slow).response().status()).isEqualTo(503);
    assertThat(slow.connect().isClosed()).isFalse();
    assertThat(before.isClosed()).isFalse();
  }

  @Test
  void theDelayCanNotBeNegative() {
    assertThatThrownBy(() -> SocketIoServer.builder().drainDelay(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LocalExchange ask(TestServer server) {
    return LocalHost.of(server.io.health(), "/health").peer().get("");
  }
}
