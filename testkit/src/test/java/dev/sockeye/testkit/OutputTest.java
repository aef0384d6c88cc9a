// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.TestEngine.RS;
import static dev.sockeye.testkit.TestEngine.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.Message;
import dev.sockeye.engineio.server.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How messages leave: in order, as units, and one write for all that a tick produces. */
class OutputTest {
  private final TestEngine server = TestEngine.create();

  @Test
  void whatOneReadProducesLeavesInOneWrite() {
    PeerSocket socket = server.peer().openWebSocket();
    server.recorder.onMessage(
        (session, data) -> {
          session.send(message("a"));
          session.send(message("b"));
        });
    socket.local().send("4x");
    socket.local().send("4y");
    server.host.runPending();
    assertThat(socket.received()).containsExactly("4a", "4b", "4a", "4b");
    assertThat(socket.writeCount()).isEqualTo(1 + 1);
  }

  @Test
  void whatOneTickProducesLeavesInOnePoll() {
    LocalExchange poll = server.peer().open().get();
    server.onThread(
        () -> {
          server.session().send(message("a"));
          server.session().send(message("b"));
        });
    assertThat(poll.body()).isEqualTo("4a" + RS + "4b");
  }

  @Test
  void sendsOfAnotherThreadCostOneTask() {
    server.peer().openWebSocket();
    for (int i = 0; i < 10; i++) {
      server.session().send(message("x"));
    }
    assertThat(server.host.scheduler().pendingTasks()).isEqualTo(1);
  }

  @Test
  void aBroadcastCostsOneTaskPerThread() {
    TestEngine threads = TestEngine.onThreads(2, options -> {});
    for (int i = 0; i < 10; i++) {
      threads.host.peer(i % 2).openWebSocket();
    }
    threads.engine.broadcast(message("x"), threads.recorder.sessions());
    assertThat(threads.host.scheduler(0).pendingTasks()).isEqualTo(1);
    assertThat(threads.host.scheduler(1).pendingTasks()).isEqualTo(1);
  }

  @Test
  void aBroadcastReachesEachSession() {
    PeerSocket socket = server.peer().openWebSocket();
    LocalExchange poll = server.peer().open().get();
    server.engine.broadcast(message("all"), server.recorder.sessions());
    server.host.runPending();
    assertThat(socket.received()).containsExactly("4all");
    assertThat(poll.body()).isEqualTo("4all");
  }

  @Test
  void aBroadcastKeepsItsPlaceAmongTheSendersOtherMessages() {
    PeerSocket socket = server.peer().openWebSocket();
    List<Session> one = List.of(server.session());
    server.onThread(
        () -> {
          server.session().send(message("1"));
          server.engine.broadcast(message("2"), one);
          server.session().send(message("3"));
        });
    server.session().send(message("4"));
    server.engine.broadcast(message("5"), one);
    server.session().send(message("6"));
    server.host.runPending();
    assertThat(socket.received()).containsExactly("41", "42", "43", "44", "45", "46");
  }

  @Test
  void aBroadcastFromTheSessionsThreadComesAfterWhatOtherThreadsSentBefore() {
    PeerSocket socket = server.peer().openWebSocket();
    server.session().send(message("1"));
    server.onThread(() -> server.engine.broadcast(message("2"), server.recorder.sessions()));
    assertThat(socket.received()).containsExactly("41", "42");
  }

  @Test
  void aBroadcastFromTheSessionsThreadLeavesAtTheEndOfTheTick() {
    PeerSocket socket = server.peer().openWebSocket();
    server
        .host
        .scheduler()
        .call(
            () -> {
              server.engine.broadcast(message("1"), server.recorder.sessions());
              assertThat(socket.local().received()).isEmpty();
            });
    server.host.runPending();
    assertThat(socket.received()).containsExactly("41");
  }

  @Test
  void theFramesOfASharedMessageAreTheSameForAll() {
    Message shared = Message.of(List.of(RawData.text("x")), false, true, true);
    assertThat(shared.frames()).allMatch(frame -> frame.isShared());
    assertThat(shared.frames()).isSameAs(shared.frames());
  }

  @Test
  void aMessageAndItsAttachmentsStayTogether() {
    PeerSocket socket = server.peer().openWebSocket();
    socket.setWritable(false);
    server
        .session()
        .send(
            Message.of(
                List.of(RawData.text("51-x"), RawData.binary(new byte[] {7})), false, true, false));
    server.send("next");
    socket.setWritable(true);
    assertThat(socket.received()).containsExactly("451-x", "0x07", "4next");
  }

  @Test
  void aMessageToAClosedSessionIsIgnored() {
    PeerSocket socket = server.peer().openWebSocket();
    socket.close();
    server.send("too late");
    assertThat(server.session().bufferedBytes()).isZero();
    assertThat(socket.received()).isEmpty();
  }

  @Test
  void aFailingHostEndsOneSessionOnly() {
    PeerSocket broken = server.peer().openWebSocket();
    PeerSocket healthy = server.peer().openWebSocket();
    broken.local().failOnFlush();
    server.engine.broadcast(message("x"), server.recorder.sessions());
    server.host.runPending();
    assertThat(healthy.received()).containsExactly("4x");
    assertThat(server.recorder.lastEvent()).isEqualTo("close transport error");
  }

  @Test
  void aConnectionThatTakesMoreAgainGetsWhatWaitedFirst() {
    PeerSocket socket = server.peer().openWebSocket();
    socket.setWritable(false);
    server.send("1");
    socket.local().resumeQuietly();
    server.onThread(() -> server.session().send(message("2")));
    assertThat(socket.received()).containsExactly("41", "42");
  }
}
