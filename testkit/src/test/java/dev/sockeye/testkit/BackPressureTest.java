// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.TestEngine.message;
import static dev.sockeye.testkit.TestEngine.volatileMessage;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Peers that read too slowly: what waits is counted, bounded, and dropped where it may be. */
class BackPressureTest {
  private final TestEngine server = TestEngine.with(options -> options.maxBufferedBytes(10));

  private PeerSocket slowPeer() {
    PeerSocket socket = server.peer().openWebSocket();
    socket.setWritable(false);
    return socket;
  }

  @Test
  void whatThePeerDoesNotTakeWaits() {
    PeerSocket socket = slowPeer();
    server.send("1234");
    assertThat(server.session().bufferedBytes()).isEqualTo(5);
    assertThat(server.session().isWritable()).isFalse();
    socket.setWritable(true);
    assertThat(socket.received()).containsExactly("41234");
    assertThat(server.session().bufferedBytes()).isZero();
    assertThat(server.session().isWritable()).isTrue();
  }

  @Test
  void whatComesLaterWaitsInLine() {
    PeerSocket socket = slowPeer();
    server.send("1", "2");
    socket.local().setWritable(true);
    server.session().send(message("3"));
    server.host.runPending();
    assertThat(socket.received()).containsExactly("41", "42", "43");
  }

  @Test
  void aSessionMayHoldExactlyTheLimit() {
    slowPeer();
    server.send("1234", "1234");
    assertThat(server.session().isOpen()).isTrue();
  }

  @Test
  void aByteMoreClosesTheSession() {
    PeerSocket socket = slowPeer();
    server.send("1234", "12345");
    assertThat(server.recorder.lastEvent()).isEqualTo("close buffer overflow");
    assertThat(socket.closeCode()).isEqualTo(1006);
    assertThat(server.engine.overflowCount()).isEqualTo(1);
    assertThat(server.session().bufferedBytes()).isZero();
  }

  @Test
  void theLimitHoldsForTheSessionsOwnThreadToo() {
    slowPeer();
    server.onThread(
        () -> {
          server.session().send(message("1234"));
          server.session().send(message("12345"));
          server.session().send(message("ignored"));
        });
    assertThat(server.recorder.lastEvent()).isEqualTo("close buffer overflow");
  }

  @Test
  void aPollingSessionIsBoundedAsWell() {
    server.peer().open();
    server.send("1234", "12345");
    assertThat(server.recorder.lastEvent()).isEqualTo("close buffer overflow");
  }

  @Test
  void aTickMayProduceMoreThanTheLimitForAPeerThatReads() {
    PeerSocket socket = server.peer().openWebSocket();
    server.onThread(
        () -> {
          for (int i = 0; i < 10; i++) {
            server.session().send(message("1234"));
          }
        });
    assertThat(socket.received()).hasSize(10);
  }

  @Test
  void theOverflowOfOneCostsNobodyElse() {
    PeerSocket healthy = server.peer().openWebSocket();
    PeerSocket slow = slowPeer();
    for (int i = 0; i < 5; i++) {
      server.engine.broadcast(message("1234"), server.recorder.sessions());
      server.host.runPending();
    }
    assertThat(healthy.received()).hasSize(5);
    assertThat(slow.isClosed()).isTrue();
    assertThat(server.engine.sessionCount()).isEqualTo(1);
  }

  @Test
  void aVolatileMessageIsDroppedWhereThePeerDoesNotTakeIt() {
    PeerSocket socket = slowPeer();
    server.session().send(volatileMessage("lost"));
    server.host.runPending();
    socket.setWritable(true);
    assertThat(socket.received()).isEmpty();
  }

  @Test
  void aVolatileMessageIsDroppedWithoutAPoll() {
    RawPeer peer = server.peer().open();
    server.session().send(volatileMessage("lost"));
    server.host.runPending();
    assertThat(peer.get().isAnswered()).isFalse();
  }

  @Test
  void volatileMessagesOfOneTickLeaveTogether() {
    PeerSocket socket = server.peer().openWebSocket();
    LocalExchange poll = server.peer().open().get();
    server.engine.broadcast(volatileMessage("a"), server.recorder.sessions());
    server.engine.broadcast(volatileMessage("b"), server.recorder.sessions());
    server.host.runPending();
    assertThat(socket.received()).containsExactly("4a", "4b");
    assertThat(poll.body()).isEqualTo("4a" + TestEngine.RS + "4b");
  }

  @Test
  void volatileMessagesNeverOverflow() {
    slowPeer();
    for (int i = 0; i < 20; i++) {
      server.session().send(volatileMessage("12345678"));
    }
    server.host.runPending();
    assertThat(server.session().isOpen()).isTrue();
  }

  @Test
  void thePostOfASessionThatDoesNotReadIsAnsweredLater() {
    RawPeer peer = server.peer().open();
    server.recorder.onMessage((session, data) -> session.setReadable(false));
    LocalExchange post = peer.post("4a");
    assertThat(post.isAnswered()).isFalse();
    server.onThread(() -> server.session().setReadable(true));
    assertThat(post.body()).isEqualTo("ok");
  }

  @Test
  void aPostIsAnsweredWhenItsSessionEnds() {
    RawPeer peer = server.peer().open();
    server.recorder.onMessage((session, data) -> session.setReadable(false));
    LocalExchange post = peer.post("4a");
    server.session().abort();
    server.host.runPending();
    assertThat(post.body()).isEqualTo("ok");
  }
}
