// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Connection state recovery, as the client sees it. */
class RecoveryTest {
  private final ScriptedServer server = new ScriptedServer();
  private final ClientSocket socket = server.client().auth(Map.of("token", 1)).build().socket();
  private final List<String> heard = new ArrayList<>();

  private ScriptedPeer connect() {
    ScriptedPeer peer = server.accept();
    peer.receive();
    return peer.send("40{\"sid\":\"a\",\"pid\":\"secret\"}");
  }

  private ScriptedPeer comeBack(ScriptedPeer peer) {
    peer.drop();
    server.advance(Duration.ofSeconds(1));
    return server.accept();
  }

  @Test
  void theLastOffsetIsSentWithTheNextConnection() {
    ScriptedPeer peer = connect().send("42[\"x\",1,\"offset1\"]", "42[\"x\",\"offset2\"]");
    assertThat(comeBack(peer).receive())
        .containsExactly("40{\"pid\":\"secret\",\"offset\":\"offset2\",\"token\":1}");
  }

  @Test
  void onlyAStringIsAnOffset() {
    ScriptedPeer peer = connect().send("42[\"x\",\"offset1\"]", "42[\"x\",7]");
    assertThat(comeBack(peer).receive().get(0)).contains("\"offset\":\"offset1\"");
  }

  @Test
  void anEventWithoutArgumentsEndsWithItsName() {
    ScriptedPeer peer = connect().send("42[\"x\"]");
    assertThat(comeBack(peer).receive().get(0)).contains("\"offset\":\"x\"");
  }

  @Test
  void withoutAnEventThereIsNoOffset() {
    assertThat(comeBack(connect()).receive()).containsExactly("40{\"pid\":\"secret\",\"token\":1}");
  }

  @Test
  void missedEventsAreHeardBeforeTheConnectEvent() {
    ScriptedPeer peer = connect().send("42[\"x\",\"offset1\"]");
    socket.on("x", (args, ack) -> heard.add(args.string(0)));
    socket.onConnect(() -> heard.add("connect " + socket.isRecovered()));
    ScriptedPeer next = comeBack(peer);
    next.send("42[\"x\",\"missed\",\"offset2\"]", "40{\"sid\":\"a\",\"pid\":\"secret\"}");
    assertThat(heard).containsExactly("missed", "connect true");
    assertThat(socket.id()).contains("a");
  }

  @Test
  void missedEventsCountForTheNextOffset() {
    ScriptedPeer next = comeBack(connect().send("42[\"x\",\"offset1\"]"));
    next.send("42[\"x\",\"offset2\"]", "40{\"sid\":\"a\",\"pid\":\"secret\"}");
    assertThat(comeBack(next).receive().get(0)).contains("\"offset\":\"offset2\"");
  }

  @Test
  void missedEventsOfAnAttemptThatFailedAreNotHeardTwice() {
    socket.on("x", (args, ack) -> heard.add(args.string(0)));
    ScriptedPeer next = comeBack(connect().send("42[\"x\",\"offset1\"]"));
    heard.clear();
    next.send("42[\"x\",\"missed\"]");
    ScriptedPeer third = comeBack(next);
    third.send("42[\"x\",\"missed\"]", "40{\"sid\":\"a\",\"pid\":\"secret\"}");
    assertThat(heard).containsExactly("missed");
  }

  @Test
  void anotherSessionIsNotRecoveredAndForgetsTheOffset() {
    ScriptedPeer next = comeBack(connect().send("42[\"x\",\"offset1\"]"));
    next.send("40{\"sid\":\"b\",\"pid\":\"other\"}");
    assertThat(socket.isRecovered()).isFalse();
    assertThat(comeBack(next).receive()).containsExactly("40{\"pid\":\"other\",\"token\":1}");
  }

  @Test
  void withoutRecoveryOnTheServerNothingIsSent() {
    ScriptedPeer peer = server.join().send("42[\"x\",\"text\"]");
    assertThat(comeBack(peer).receive()).containsExactly("40{\"token\":1}");
  }
}
