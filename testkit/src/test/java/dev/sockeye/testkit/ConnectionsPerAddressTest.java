// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.EngineServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The option maxConnectionsPerAddress; all peers of a local host have the same address. */
class ConnectionsPerAddressTest {
  private final EngineServer engine =
      EngineServer.create(EngineOptions.builder().maxConnectionsPerAddress(2).build());
  private final LocalHost host = LocalHost.of(engine);

  @Test
  void oneTooManyIsRefusedAndReported() {
    List<Object> names = new ArrayList<>();
    engine.onConnectionError(error -> names.add(error.context().get("name")));
    host.peer().open();
    host.peer().openWebSocket();
    LocalExchange third = host.peer().get();
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.body()).isEqualTo("{\"code\":4,\"message\":\"Too many connections\"}");
    assertThat(names).containsExactly("TOO_MANY_CONNECTIONS");
  }

  @Test
  void whoLeavesMakesRoomForAnother() {
    host.peer().open();
    PeerSocket second = host.peer().openWebSocket();
    second.close();
    assertThat(host.peer().get().status()).isEqualTo(200);
  }

  @Test
  void requestsOfSessionsThatAreThereAreNoConnections() {
    RawPeer peer = host.peer().open();
    host.peer().open();
    assertThat(peer.post("3").status()).isEqualTo(200);
  }

  @Test
  void withoutTheOptionThereMayBeAnyNumber() {
    LocalHost open = LocalHost.of(EngineServer.create(EngineOptions.builder().build()));
    for (int i = 0; i < 20; i++) {
      assertThat(open.peer().get().status()).isEqualTo(200);
    }
  }

  @Test
  void theLimitMustBePositive() {
    assertThatThrownBy(() -> EngineOptions.builder().maxConnectionsPerAddress(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxConnectionsPerAddress");
  }
}
