// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that has answered before the client knows of the connection that it opens. */
class PromptServerTest {
  private final ScriptedServer server = ScriptedServer.prompt(ScriptedPeer::open);
  private final ScriptedServer refusing = ScriptedServer.prompt(ScriptedPeer::refuse);

  @Test
  void theNamespaceIsAskedFor() {
    server.client().build().socket();
    assertThat(server.newest().receive()).containsExactly("40");
  }

  @Test
  void soIsEachOfSeveral() {
    SocketIoClient client = server.client().autoConnect(false).build();
    List.of("/a", "/b").forEach(client::socket);
    client.socket("/a").connect();
    client.socket("/b").connect();
    assertThat(server.newest().receive()).containsExactly("40/a,", "40/b,");
  }

  @Test
  void theSocketIsLetIn() {
    ClientSocket socket = server.client().build().socket();
    server.newest().send("40{\"sid\":\"a\"}");
    assertThat(socket.isConnected()).isTrue();
  }

  @Test
  void theClientIsOpenOnce() {
    List<String> heard = new ArrayList<>();
    SocketIoClient client = server.client().build();
    client.onOpen(() -> heard.add("open"));
    client.open();
    server.run();
    assertThat(heard).containsExactly("open");
  }

  @Test
  void theOnlyAttemptSucceeds() {
    assertThat(server.client().build().openOnce()).isCompleted();
  }

  @Test
  void theOnlyAttemptFails() {
    assertThatThrownBy(refusing.client().build().openOnce()::join)
        .hasCauseInstanceOf(ConnectException.class);
  }

  @Test
  void aRefusalIsToldOnceAndFollowedByAnotherAttempt() {
    List<ConnectException.Kind> heard = new ArrayList<>();
    SocketIoClient client = refusing.client().autoConnect(false).build();
    ClientSocket socket = client.socket();
    socket.onConnectError(error -> heard.add(error.kind()));
    socket.connect();
    assertThat(heard).containsExactly(ConnectException.Kind.TRANSPORT);
    refusing.advance(Duration.ofSeconds(1));
    assertThat(refusing.peers).hasSize(2);
  }

  @Test
  void theNamespaceIsAskedForAgainAfterALoss() {
    server.client().build().socket();
    server.newest().drop();
    server.advance(Duration.ofSeconds(1));
    assertThat(server.newest().receive()).containsExactly("40");
  }
}
