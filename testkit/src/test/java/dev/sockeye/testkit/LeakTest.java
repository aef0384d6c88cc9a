// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Once its clients are gone, a server holds no session, no timer, no task and no bytes. */
class LeakTest {
  private final TestEngine server = TestEngine.onThreads(2, options -> {}).echo();

  @AfterEach
  void nothingIsLeft() {
    assertThat(server.engine.sessionCount()).isZero();
    assertThat(server.host.pendingTimers()).isZero();
    assertThat(server.host.scheduler(0).pendingTasks()).isZero();
    assertThat(server.host.scheduler(1).pendingTasks()).isZero();
    assertThat(server.recorder.sessions()).allMatch(session -> session.bufferedBytes() == 0);
    assertThat(server.recorder.events().stream().filter(event -> event.startsWith("close")))
        .hasSameSizeAs(server.recorder.sessions());
  }

  @Test
  void afterWebSocketsAreClosed() {
    for (int i = 0; i < 1_000; i++) {
      PeerSocket socket = server.host.peer(i % 2).openWebSocket().send("4a");
      if (i % 3 == 0) {
        socket.drop();
      } else {
        socket.close();
      }
    }
  }

  @Test
  void afterPollingSessionsAreClosed() {
    for (int i = 0; i < 100; i++) {
      RawPeer peer = server.host.peer(i % 2).open();
      LocalExchange poll = peer.get();
      if (i % 2 == 0) {
        peer.post("1");
      } else {
        poll.abort();
        server.host.runPending();
      }
    }
  }

  @Test
  void afterClientsJustVanish() {
    for (int i = 0; i < 50; i++) {
      server.host.peer(i % 2).open();
      server.host.peer(i % 2).openWebSocket();
      server.host.peer(i % 2).open().webSocket().send("2probe");
    }
    server.send("never read");
    server.advance(ofSeconds(60));
  }

  @Test
  void afterUpgradesAndTheirFailures() {
    for (int i = 0; i < 100; i++) {
      RawPeer peer = server.host.peer(i % 2).open();
      PeerSocket socket = peer.webSocket().send("2probe");
      switch (i % 4) {
        case 0 -> socket.send("5").close();
        case 1 -> socket.close();
        case 2 -> socket.send("4no");
        default -> peer.post("1");
      }
      if (i % 4 == 1 || i % 4 == 2) {
        peer.post("1");
      }
    }
    // Goodbyes without a GET are remembered for a while.
    server.advance(ofSeconds(5));
  }

  @Test
  void afterTheServerIsClosed() {
    for (int i = 0; i < 50; i++) {
      server.host.peer(i % 2).open();
      server.host.peer(i % 2).openWebSocket();
      server.host.peer(i % 2).open().webSocket().send("2probe");
    }
    server.engine.close();
    server.advance(ofSeconds(10));
  }
}
