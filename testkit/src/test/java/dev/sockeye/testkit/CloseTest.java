// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.TestEngine.RS;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.CloseReason;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How the server ends sessions, and itself. */
class CloseTest {
  private final TestEngine server = TestEngine.create();

  private void close() {
    server.session().close();
    server.host.runPending();
  }

  @Test
  void aWebSocketIsClosedWithoutACode() {
    PeerSocket socket = server.peer().openWebSocket();
    close();
    assertThat(socket.closeCode()).isEqualTo(1005);
    assertThat(server.recorder.events()).containsExactly("open", "close forced close");
  }

  @Test
  void whatWasSentBeforeStillLeaves() {
    PeerSocket socket = server.peer().openWebSocket();
    server.session().send(TestEngine.message("bye"));
    close();
    assertThat(socket.received()).containsExactly("4bye");
  }

  @Test
  void whatIsSentAfterwardsIsIgnored() {
    PeerSocket socket = server.peer().openWebSocket();
    server.session().close();
    assertThat(server.session().isOpen()).isFalse();
    server.send("too late");
    assertThat(socket.received()).isEmpty();
  }

  @Test
  void aSlowPeerGetsWhatWaitsFirst() {
    PeerSocket socket = server.peer().openWebSocket();
    socket.setWritable(false);
    server.send("bye");
    close();
    assertThat(socket.isClosed()).isFalse();
    socket.setWritable(true);
    assertThat(socket.received()).containsExactly("4bye");
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void aPeerThatIsTooSlowIsClosedAfterTheTimeout() {
    PeerSocket socket = server.peer().openWebSocket();
    socket.setWritable(false);
    server.send("bye");
    close();
    server.advance(ofMillis(29_999));
    assertThat(socket.isClosed()).isFalse();
    server.advance(ofMillis(1));
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void aPendingPollIsTold() {
    LocalExchange poll = server.peer().open().get();
    close();
    assertThat(poll.body()).isEqualTo("1");
    assertThat(server.recorder.lastEvent()).isEqualTo("close forced close");
  }

  @Test
  void withoutAPollTheNextOneIsToldAndGetsWhatWaits() {
    RawPeer peer = server.peer().open();
    server.send("bye");
    close();
    assertThat(server.recorder.events()).containsExactly("open");
    assertThat(peer.get().body()).isEqualTo("4bye" + RS + "1");
    assertThat(server.recorder.lastEvent()).isEqualTo("close forced close");
  }

  @Test
  void withoutAnyPollTheSessionEndsAfterTheTimeout() {
    RawPeer peer = server.peer().open();
    close();
    server.advance(ofMillis(29_999));
    assertThat(server.engine.sessionCount()).isEqualTo(1);
    server.advance(ofMillis(1));
    assertThat(server.recorder.lastEvent()).isEqualTo("close forced close");
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  void whatAClosingSessionReceivesIsIgnored() {
    RawPeer peer = server.peer().open();
    close();
    assertThat(peer.post("4late").body()).isEqualTo("ok");
    assertThat(server.recorder.events()).containsExactly("open");
  }

  @Test
  void abortDropsWhatWaits() {
    PeerSocket socket = server.peer().openWebSocket();
    socket.setWritable(false);
    server.send("dropped");
    server.session().abort();
    server.host.runPending();
    assertThat(socket.isClosed()).isTrue();
    assertThat(server.session().bufferedBytes()).isZero();
  }

  @Test
  void theReasonIsTheCallers() {
    server.peer().openWebSocket();
    server.session().close(CloseReason.SERVER_SHUTTING_DOWN);
    server.host.runPending();
    assertThat(server.recorder.lastEvent()).isEqualTo("close server shutting down");
  }

  @Test
  void aListenerThatClosesIsNotInterrupted() {
    PeerSocket socket = server.peer().openWebSocket();
    server.recorder.onMessage(
        (session, data) -> {
          session.close();
          assertThat(server.recorder.lastEvent()).isEqualTo("message a");
        });
    socket.send("4a", "4b");
    assertThat(server.recorder.events()).containsExactly("open", "message a", "close forced close");
  }

  @Test
  void aClosingSessionReadsAgainToNoticeThePeersClose() {
    PeerSocket socket = server.peer().openWebSocket();
    server.onThread(() -> server.session().setReadable(false));
    socket.setWritable(false);
    server.send("never read");
    socket.send("4ignored");
    close();
    assertThat(socket.local().isRead()).isTrue();
    assertThat(server.recorder.events()).containsExactly("open");
  }

  @Test
  void aSessionThatHasEndedReadsAgain() {
    PeerSocket socket = server.peer().openWebSocket();
    server.onThread(() -> server.session().setReadable(false));
    server.session().abort();
    server.host.runPending();
    assertThat(socket.local().isRead()).isTrue();
  }

  @Test
  void closingTheServerClosesItsSessions() {
    PeerSocket socket = server.peer().openWebSocket();
    LocalExchange poll = server.peer().open().get();
    CompletableFuture<Void> closed = server.engine.close();
    assertThat(closed).isNotDone();
    server.host.runPending();
    assertThat(closed).isCompleted();
    assertThat(socket.isClosed()).isTrue();
    assertThat(poll.body()).isEqualTo("1");
    assertThat(server.recorder.lastEvent()).isEqualTo("close server shutting down");
    assertThat(server.host.pendingTimers()).isZero();
  }

  @Test
  void closingTheServerDoesNotWaitForAPollThatNothingIsQueuedFor() {
    server.peer().open();
    CompletableFuture<Void> closed = server.engine.close();
    server.host.runPending();
    assertThat(closed).isCompleted();
    assertThat(server.recorder.lastEvent()).isEqualTo("close server shutting down");
    assertThat(server.host.pendingTimers()).isZero();
  }

  @Test
  void closingTheServerWaitsForAPollToTakeWhatIsQueued() {
    RawPeer peer = server.peer().open();
    server.send("bye");
    CompletableFuture<Void> closed = server.engine.close();
    server.advance(ofMillis(9_999));
    assertThat(closed).isNotDone();
    assertThat(peer.get().body()).isEqualTo("4bye" + RS + "1");
    assertThat(closed).isCompleted();
  }

  @Test
  void closingTheServerDoesNotWaitForASessionThatWaitsForAPollToSayGoodbyeIn() {
    server.peer().open();
    close();
    CompletableFuture<Void> closed = server.engine.close();
    server.host.runPending();
    assertThat(closed).isCompleted();
    assertThat(server.recorder.lastEvent()).isEqualTo("close forced close");
  }

  @Test
  void closingTheServerDoesNotWaitForAnUpgrade() {
    RawPeer peer = server.peer().open();
    LocalExchange poll = peer.get();
    PeerSocket probe = peer.webSocket();
    CompletableFuture<Void> closed = server.engine.close();
    server.host.runPending();
    assertThat(closed).isCompleted();
    assertThat(poll.body()).isEqualTo("1");
    assertThat(probe.isClosed()).isTrue();
  }

  @Test
  void closingTheServerWaitsForSlowPeersUpToTheDrainTimeout() {
    PeerSocket socket = server.peer().openWebSocket();
    socket.setWritable(false);
    server.send("bye");
    CompletableFuture<Void> closed = server.engine.close();
    server.advance(ofMillis(9_999));
    assertThat(closed).isNotDone();
    server.advance(ofMillis(1));
    assertThat(closed).isCompleted();
    assertThat(server.recorder.lastEvent()).isEqualTo("close server shutting down");
  }

  @Test
  void aServerWithoutSessionsClosesAtOnce() {
    assertThat(server.engine.close()).isCompleted();
    assertThat(server.engine.close()).isCompleted();
  }

  @Test
  void aWebSocketThatOpensWhileTheServerClosesIsClosed() {
    LocalUpgrade upgrade =
        server.host.submitUpgrade(
            LocalRequest.of("GET", "/engine.io/", "EIO=4&transport=websocket"),
            server.host.scheduler());
    server.host.scheduler().runNext();
    CompletableFuture<Void> closed = server.engine.close();
    server.advance(ofSeconds(1));
    assertThat(upgrade.webSocket().isClosed()).isTrue();
    assertThat(closed).isCompleted();
  }
}
