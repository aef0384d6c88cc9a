// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.LocalHost;
import dev.sockeye.testkit.PeerSocket;
import org.junit.jupiter.api.Test;

/** The server of docs/older-clients.md, spoken to. */
class OlderClientsTest {
  private final SocketIoServer io = OlderClients.allow().dispatch(Dispatch.ioThread()).build();
  private final LocalHost host = LocalHost.of(io.engine());

  OlderClientsTest() {
    OlderClients.listeners(io);
  }

  @Test
  void aClientOfVersionTwoIsLetInByItsQuery() {
    PeerSocket peer = host.peer().eio3().query("&token=abc").webSocket();
    assertThat(peer.received().subList(1, 3))
        .containsExactly(
            "40", "42[\"notice\",\"This version of the app is no longer developed.\"]");
    assertThat(peer.send("40/admin?token=abc,").received()).containsExactly("40/admin,");
    assertThat(peer.send("40/admin?token=abc,").isClosed()).isTrue();
  }

  @Test
  void aRefusalIsTheDataOfTheException() {
    PeerSocket peer = host.peer().eio3().webSocket();
    assertThat(peer.received()).last().isEqualTo("44{\"hint\":\"sign in\"}");
  }

  @Test
  void aServerWithTheDefaultsRefusesIt() {
    LocalHost closed = LocalHost.of(SocketIoServer.builder().build().engine());
    assertThat(closed.peer().eio3().get().body())
        .isEqualTo("{\"code\":5,\"message\":\"Unsupported protocol version\"}");
  }
}
