// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.Message;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The client and the server, both as they are, with nothing but memory between them. */
class ClientAndServerTest {
  private final EngineServer engine = EngineServer.create(EngineOptions.builder().build());
  private final SessionRecorder sessions =
      new SessionRecorder().onMessage((session, data) -> session.send(Message.of(data)));
  private final LocalHost host = LocalHost.of(engine);

  private ClientStory connect(Transport... transports) {
    engine.onConnection(sessions);
    return ClientStory.begin(LocalNetwork.to(host), b -> b.transports(transports));
  }

  private String echo(ClientStory story) {
    story.events();
    story.send("hello");
    return String.join(", ", story.events());
  }

  @Test
  void theyTalkOverPolling() {
    assertThat(echo(connect(Transport.POLLING))).isEqualTo("message hello");
  }

  @Test
  void theyTalkOverWebSocket() {
    assertThat(echo(connect(Transport.WEBSOCKET))).isEqualTo("message hello");
  }

  @Test
  void theyUpgrade() {
    ClientStory story = connect(Transport.POLLING, Transport.WEBSOCKET);
    story.advance(Duration.ofSeconds(1));
    assertThat(story.connection.transport()).isEqualTo(Transport.WEBSOCKET);
  }

  @Test
  void nothingIsLostOnTheWay() {
    ClientStory story = connect(Transport.POLLING, Transport.WEBSOCKET);
    for (int i = 0; i < 50; i++) {
      story.connection.send(RawData.text("" + i));
      host.scheduler().runNext();
    }
    story.advance(Duration.ofSeconds(1));
    assertThat(story.events()).contains("message 0", "message 49").hasSize(52);
  }

  @Test
  void theHeartbeatKeepsThemTogether() {
    ClientStory story = connect(Transport.POLLING);
    story.advance(Duration.ofMinutes(10));
    assertThat(story.connection.isOpen()).isTrue();
  }

  @Test
  void theServersCloseReachesTheClient() {
    ClientStory story = connect(Transport.WEBSOCKET);
    story.events();
    engine.close();
    assertThat(story.events()).containsExactly("close: transport close");
  }

  @Test
  void theClientsCloseReachesTheServer() {
    connect(Transport.POLLING).advance(Duration.ofSeconds(1)).close();
    assertThat(sessions.lastEvent()).contains("transport close");
  }

  @Test
  void nothingWaitsWhenAllIsOver() {
    ClientStory story = connect(Transport.POLLING, Transport.WEBSOCKET);
    story.advance(Duration.ofSeconds(1)).close().advance(Duration.ofSeconds(6));
    assertThat(host.pendingTimers()).isZero();
  }
}
