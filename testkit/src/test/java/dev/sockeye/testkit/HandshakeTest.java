// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.Message;
import org.junit.jupiter.api.Test;

class HandshakeTest {
  private final SessionRecorder recorder =
      new SessionRecorder().onMessage((session, data) -> session.send(Message.of(data)));
  private final EngineServer engine = EngineServer.create(EngineOptions.builder().build());
  private final LocalHost host = LocalHost.of(engine);

  HandshakeTest() {
    engine.onConnection(recorder);
  }

  @Test
  void echo() {
    RawPeer peer = host.peer().open();
    LocalExchange poll = peer.get();
    assertThat(peer.post("4hello\u001e4you").body()).isEqualTo("ok");
    assertThat(poll.body()).isEqualTo("4hello\u001e4you");
    PeerSocket ws = peer.webSocket().send("2probe");
    assertThat(ws.received()).containsExactly("3probe");
    ws.send("5", "4a", "4b");
    assertThat(ws.received()).containsExactly("4a", "4b");
    assertThat(recorder.events()).hasSize(6);
  }
}
