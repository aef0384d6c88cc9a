// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.ClusterEngine;
import dev.sockeye.engineio.server.Message;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What becomes of sessions that several nodes serve when something goes wrong between these. */
class ClusterEngineFaultTest {
  private final TestCluster cluster = TestCluster.of(3);
  private final TestCluster.Node home = cluster.node(0);
  private final RawPeer peer = cluster.openAndConnect();
  private final RawPeer away = cluster.node(1).peer(peer);

  @Test
  void aPollWhoseNodeHasDiedIsRefusedOnceItsPingIsMissing() {
    LocalExchange poll = away.get();
    home.bus.die();
    cluster.advance(ofSeconds(45));
    assertThat(poll.body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
  }

  @Test
  void aWebSocketWhoseNodeHasDiedIsClosedOnceItsPingIsMissing() {
    PeerSocket socket = away.webSocket().send("2probe", "5");
    cluster.advance(ofSeconds(10));
    home.send("a");
    home.bus.die();
    cluster.advance(ofMillis(44_999));
    assertThat(socket.isClosed()).isFalse();
    cluster.advance(ofMillis(1));
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void aWebSocketWhoseNodeDiesBeforeTheCommitIsClosedAfterTheResponseTimeout() {
    PeerSocket socket = away.webSocket().send("2probe");
    home.bus.die();
    socket.send("5", "4a");
    cluster.advance(ofSeconds(1));
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void theHeartbeatEndsASessionWhoseClientIsAtANodeThatHasDied() {
    away.webSocket().send("2probe", "5");
    cluster.node(1).bus.die();
    cluster.advance(ofSeconds(45));
    assertThat(home.recorder.lastEvent()).isEqualTo("close ping timeout");
  }

  @Test
  void anUpgradeAtANodeThatHasDiedIsGivenUp() {
    away.webSocket().send("2probe");
    cluster.node(1).bus.die();
    cluster.advance(ofSeconds(11));
    assertThat(cluster.node(2).peer(peer).webSocket().send("2probe", "5").isClosed()).isFalse();
  }

  @Test
  void messagesThatNobodyTakesEndTheSession() {
    LocalExchange poll = away.get();
    cluster.scheduler.call(
        () ->
            home.recorder
                .session()
                .send(Message.of(TestEngine.message("a").frames().get(0).data())));
    poll.abort();
    cluster.runPending();
    assertThat(home.recorder.lastEvent()).isEqualTo("close transport error");
  }

  @Test
  void aPostThatCanNotBePassedOnIsRefused() {
    LocalExchange post = away.beginPost();
    cluster.network.down(true);
    post.sendChunk("4a".getBytes(UTF_8)).endBody();
    cluster.runPending();
    assertThat(post.status()).isEqualTo(503);
  }

  @Test
  void aPostThatItsNodeHasNotHeardIsRefused() {
    LocalExchange post = away.beginPost();
    home.bus.die();
    post.sendChunk("4a".getBytes(UTF_8)).endBody();
    cluster.advance(ofMillis(999));
    assertThat(post.isAnswered()).isFalse();
    cluster.advance(ofMillis(1));
    assertThat(post.status()).isEqualTo(503);
  }

  @Test
  void aPostThatEndsItsSessionIsAnsweredAtOnce() {
    assertThat(away.post("2").status()).isEqualTo(200);
    assertThat(home.recorder.lastEvent()).isEqualTo("close transport error");
  }

  @Test
  void aRequestIsRefusedAtOnceWhileOtherNodesCanNotBeAsked() {
    cluster.network.down(true);
    assertThat(away.get().status()).isEqualTo(400);
  }

  @Test
  void whatCanNotBeSentToAnotherNodeEndsTheSession() {
    away.webSocket().send("2probe", "5");
    cluster.network.down(true);
    home.send("a");
    assertThat(home.recorder.lastEvent()).isEqualTo("close transport error");
  }

  @Test
  void whereMessagesWereLostTheSessionsConcernedEnd() {
    RawPeer unconcerned = home.peer().open();
    LocalExchange poll = away.get();
    cluster.network.lose();
    cluster.runPending();
    assertThat(poll.body()).isEqualTo("1");
    assertThat(home.engine.sessionCount()).isEqualTo(1);
    assertThat(unconcerned.post("4a").status()).isEqualTo(200);
  }

  @Test
  void whereMessagesWereLostWebSocketsThatArePassedOnAreClosed() {
    PeerSocket socket = away.webSocket().send("2probe", "5");
    cluster.network.lose();
    cluster.runPending();
    assertThat(socket.isClosed()).isTrue();
    assertThat(home.recorder.lastEvent()).isEqualTo("close transport error");
  }

  @Test
  void garbageCostsNobodyAnything() {
    LocalExchange poll = away.get();
    List<byte[]> said = List.copyOf(cluster.network.history());
    for (byte[] message : said) {
      for (int at = 0; at < message.length; at++) {
        byte[] broken = message.clone();
        broken[at] ^= (byte) 0x81;
        cluster.network.inject(broken);
        cluster.network.inject(Arrays.copyOf(message, at));
      }
    }
    cluster.network.inject("{\"type\":0}".getBytes(UTF_8));
    cluster.runPending();
    home.send("still here");
    assertThat(poll.body()).isEqualTo("4still here");
  }

  @Test
  void packetsOfNodesThatNeverAskedAreIgnored() {
    away.post("4a");
    byte[] packet = cluster.network.history().get(cluster.network.history().size() - 3);
    RawPeer other = home.peer().open();
    cluster.advance(ofMillis(300));
    String text = new String(packet, ISO_8859_1);
    cluster.network.inject(text.replace(peer.sid(), other.sid()).getBytes(ISO_8859_1));
    cluster.runPending();
    assertThat(home.recorder.events()).containsExactly("open", "message a", "open");
  }

  @Test
  void aHandshakeWaitsUntilOtherNodesCanAskForTheSession() {
    CompletableFuture<Void> start = new CompletableFuture<>();
    cluster.network.startAfter(start);
    TestCluster.Node late =
        cluster.add(
            options ->
                options.clusterEngine(
                    ClusterEngine.over(cluster.network.bus()).responseTimeout(ofHours(1))));
    LocalExchange handshake = late.peer().get();
    assertThat(handshake.isAnswered()).isFalse();
    start.complete(null);
    cluster.runPending();
    assertThat(handshake.status()).isEqualTo(200);
  }

  @Test
  void aHandshakeDoesNotWaitForABusThatCanNotStart() {
    cluster.network.startAfter(CompletableFuture.failedFuture(new IllegalStateException("no")));
    assertThat(cluster.add(options -> {}).peer().get().status()).isEqualTo(200);
  }

  @Test
  void requestsOverTheLimitAreRefusedAtOnce() {
    TestCluster strict =
        TestCluster.of(
            1,
            options ->
                options.clusterEngine(
                    ClusterEngine.over(new MemorySessionBus.Network(Runnable::run).bus())
                        .maxPendingRequests(2)));
    RawPeer stranger = strict.node(0).peer().sid("01234567890123456789");
    assertThat(stranger.get().isAnswered()).isFalse();
    assertThat(stranger.get().isAnswered()).isFalse();
    assertThat(stranger.get().status()).isEqualTo(400);
  }

  @Test
  void whatComesWhileTheSessionIsNotReadHasALimit() {
    cluster.scheduler.call(() -> home.recorder.session().setReadable(false));
    for (int i = 0; i < 17; i++) {
      away.post("4" + "x".repeat(990_000));
    }
    assertThat(home.recorder.lastEvent()).isEqualTo("close transport error");
  }

  @Test
  void aNodeThatStopsEndsWhatItPassesOn() {
    LocalExchange poll = away.get();
    PeerSocket socket =
        cluster.node(1).peer(cluster.openAndConnect()).webSocket().send("2probe", "5");
    cluster.node(1).engine.close();
    cluster.runPending();
    assertThat(poll.body()).isEqualTo("1");
    assertThat(socket.isClosed()).isTrue();
    assertThat(home.engine.sessionCount()).isZero();
  }

  @Test
  void theSessionsOfANodeThatStopsSayGoodbyeAtOtherNodes() {
    LocalExchange poll = away.get();
    home.engine.close();
    cluster.runPending();
    assertThat(poll.body()).isEqualTo("1");
  }
}
