// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.server.Dispatch;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.LocalHost;
import dev.sockeye.testkit.PeerSocket;
import org.junit.jupiter.api.Test;

/** The server of the README, spoken to. */
class QuickstartTest {
  @Test
  void whatOneSaysInTheLobbyEverybodyHears() {
    SocketIoServer io = SocketIoServer.builder().dispatch(Dispatch.ioThread()).build();
    Quickstart.chat(io);
    LocalHost host = LocalHost.of(io.engine());
    PeerSocket ada = host.peer().openWebSocket().send("40");
    PeerSocket grace = host.peer().openWebSocket().send("40");
    grace.received();
    ada.send("42[\"chat\",\"hello\"]");
    assertThat(grace.received()).containsExactly("42[\"chat\",\"hello\"]");
  }
}
