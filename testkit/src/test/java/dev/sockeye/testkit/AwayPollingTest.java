// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.TestEngine.RS;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.Message;
import org.junit.jupiter.api.Test;

/** HTTP long-polling of a session at nodes that don't have it. */
class AwayPollingTest {
  private final TestCluster cluster = TestCluster.of(3);
  private final RawPeer home = cluster.openAndConnect();
  private final RawPeer away = cluster.node(1).peer(home);
  private final RawPeer elsewhere = cluster.node(2).peer(home);

  @Test
  void aPollBringsWhatWaits() {
    cluster.node(0).send("a", "b");
    assertThat(away.get().body()).isEqualTo("4a" + RS + "4b");
  }

  @Test
  void aPollWaitsForWhatComes() {
    LocalExchange poll = away.get();
    assertThat(poll.isAnswered()).isFalse();
    cluster.node(0).send("hello");
    assertThat(poll.status()).isEqualTo(200);
    assertThat(poll.body()).isEqualTo("4hello");
  }

  @Test
  void aPostIsHeardAtHome() {
    assertThat(away.post("4hello").body()).isEqualTo("ok");
    assertThat(cluster.node(0).recorder.lastEvent()).isEqualTo("message hello");
  }

  @Test
  void postsAtDifferentNodesKeepTheirOrder() {
    away.post("41" + RS + "42");
    home.post("43");
    elsewhere.post("44");
    assertThat(cluster.node(0).recorder.events())
        .containsExactly("open", "message 1", "message 2", "message 3", "message 4");
  }

  @Test
  void blobsArePassedOn() {
    cluster.node(0).onMessage((session, data) -> session.send(Message.of(data)));
    away.post("bAQIDBA==");
    assertThat(elsewhere.get().body()).isEqualTo("bAQIDBA==");
  }

  @Test
  void theHeartbeatGoesOnAtAnyNode() {
    for (int i = 0; i < 6; i++) {
      LocalExchange poll = cluster.node(i % 3).peer(home).get();
      cluster.advance(ofSeconds(25));
      assertThat(poll.body()).isEqualTo("2");
      cluster.node((i + 1) % 3).peer(home).post("3");
    }
    assertThat(cluster.node(0).recorder.events()).containsExactly("open");
  }

  @Test
  void aPollBesideOneAtHomeIsRefusedAndTheSessionGoesOn() {
    LocalExchange first = home.get();
    assertThat(away.get().body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
    cluster.node(0).send("still here");
    assertThat(first.body()).isEqualTo("4still here");
  }

  @Test
  void aPollBesideOneAtAnotherNodeIsRefusedAndTheSessionGoesOn() {
    LocalExchange first = away.get();
    assertThat(elsewhere.get().status()).isEqualTo(400);
    cluster.node(0).send("still here");
    assertThat(first.body()).isEqualTo("4still here");
  }

  @Test
  void aPollAtHomeBesideOneAtAnotherNodeEndsTheSession() {
    LocalExchange first = away.get();
    assertThat(home.get().status()).isEqualTo(400);
    assertThat(first.body()).isEqualTo("1");
  }

  @Test
  void aPollThatIsGivenUpEndsTheSession() {
    away.get().abort();
    cluster.runPending();
    assertThat(cluster.node(0).recorder.lastEvent()).isEqualTo("close transport error");
  }

  @Test
  void aGoodbyeEndsTheSessionAndThePollAtAnotherNode() {
    LocalExchange poll = elsewhere.get();
    assertThat(away.post("1").body()).isEqualTo("ok");
    assertThat(poll.body()).isEqualTo("6");
    assertThat(cluster.node(0).recorder.lastEvent()).isEqualTo("close transport close");
  }

  @Test
  void theServersCloseReachesThePoll() {
    LocalExchange poll = away.get();
    cluster.node(0).recorder.session().close();
    cluster.runPending();
    assertThat(poll.body()).isEqualTo("1");
  }

  @Test
  void aPayloadThatIsNoneEndsTheSession() {
    away.post("abc");
    assertThat(cluster.node(0).recorder.lastEvent()).isEqualTo("close parse error");
  }

  @Test
  void whatIsRightBeforeWhatIsWrongCounts() {
    away.post("4good" + RS + "abc");
    assertThat(cluster.node(0).recorder.events())
        .containsExactly("open", "message good", "close parse error");
  }

  @Test
  void aBinaryBodyEndsTheSession() {
    RawPeer binary = cluster.node(1).peer(home).header("Content-Type", "application/octet-stream");
    assertThat(binary.post("4a").status()).isEqualTo(400);
    assertThat(cluster.node(0).recorder.lastEvent()).isEqualTo("close transport error");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedAndTheSessionGoesOn() {
    assertThat(away.post(new byte[1_000_001]).status()).isEqualTo(413);
    assertThat(cluster.node(0).engine.sessionCount()).isEqualTo(1);
  }

  @Test
  void aPostThatIsGivenUpEndsTheSession() {
    LocalExchange post = away.beginPost();
    post.abort();
    cluster.runPending();
    assertThat(cluster.node(0).recorder.lastEvent()).isEqualTo("close transport error");
  }

  @Test
  void scriptsCanPollAnyNode() {
    RawPeer script = cluster.node(1).peer(home).query("&j=0");
    cluster.node(0).send("hi");
    assertThat(script.get().body()).isEqualTo("___eio[0](\"4hi\");");
  }

  @Test
  void anUnknownIdIsRefusedAfterTheResponseTimeout() {
    LocalExchange poll = cluster.node(1).peer().sid("01234567890123456789").get();
    cluster.advance(ofMillis(999));
    assertThat(poll.isAnswered()).isFalse();
    cluster.advance(ofMillis(1));
    assertThat(poll.body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
  }

  @Test
  void anIdThatNoNodeCanHaveMadeIsRefusedAtOnce() {
    assertThat(cluster.node(1).peer().sid("abc").get().status()).isEqualTo(400);
  }

  @Test
  void nothingIsLeftOnceTheSessionHasEnded() {
    away.get();
    elsewhere.post("4a");
    away.post("1");
    assertThat(cluster.pendingTimers()).isZero();
  }
}
