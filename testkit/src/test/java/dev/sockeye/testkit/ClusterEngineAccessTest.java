// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.server.Decision;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who may take part in a session at a node that doesn't have it. */
class ClusterEngineAccessTest {
  private static final SessionCookie KEY = SessionCookie.defaults().name("io-key");

  private static String cookieOf(LocalExchange handshake) {
    String line = handshake.header("Set-Cookie");
    return line.substring(0, line.indexOf(';'));
  }

  private static RawPeer bound(TestCluster cluster, TestCluster.Node at) {
    LocalExchange handshake = cluster.node(0).peer().get();
    String sid = handshake.body().replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
    return at.peer().sid(sid).header("Cookie", cookieOf(handshake));
  }

  @Test
  void aBoundSessionIsServedWhereItsBrowserAsks() {
    TestCluster cluster = TestCluster.of(2, options -> options.sessionBinding(KEY));
    assertThat(bound(cluster, cluster.node(1)).post("4a").body()).isEqualTo("ok");
  }

  @Test
  void aBoundSessionIsNotServedToWhoHasOnlyItsId() {
    TestCluster cluster = TestCluster.of(2, options -> options.sessionBinding(KEY));
    String sid = bound(cluster, cluster.node(1)).sid();
    RawPeer thief = cluster.node(1).peer().sid(sid);
    assertThat(thief.post("4a").status()).isEqualTo(400);
    assertThat(thief.get().status()).isEqualTo(400);
    assertThat(thief.upgrade(thief.urlQuery("websocket")).isAccepted()).isFalse();
  }

  @Test
  void aKeyOfAnotherBrowserDoesNotFit() {
    TestCluster cluster = TestCluster.of(2, options -> options.sessionBinding(KEY));
    String sid = bound(cluster, cluster.node(1)).sid();
    RawPeer other = bound(cluster, cluster.node(1)).sid(sid);
    assertThat(other.post("4a").status()).isEqualTo(400);
  }

  @Test
  void theNodeToWhichASessionMayMoveDecidesToo() {
    AtomicInteger asked = new AtomicInteger();
    TestCluster cluster =
        TestCluster.of(
            2,
            options ->
                options.allowRequestSync(
                    request -> {
                      asked.incrementAndGet();
                      request.attributes().put("user", "ann");
                      return Decision.allow();
                    }));
    cluster.node(1).peer(cluster.node(0).peer().open()).webSocket().send("2probe", "5");
    assertThat(asked).hasValue(2);
    assertThat(cluster.node(1).recorder.session().request().attributes())
        .containsEntry("user", "ann");
  }

  @Test
  void aNodeThatSaysNoKeepsTheSessionOnPolling() {
    TestCluster cluster =
        TestCluster.of(
            2,
            options ->
                options.allowRequestSync(
                    request ->
                        request.query().containsKey("sid")
                            ? Decision.reject("no")
                            : Decision.allow()));
    RawPeer peer = cluster.openAndConnect();
    RawPeer away = cluster.node(1).peer(peer);
    assertThat(away.upgrade(away.urlQuery("websocket")).isAccepted()).isFalse();
    assertThat(away.post("4a").body()).isEqualTo("ok");
  }

  @Test
  void pollsAndPostsOfAKnownClientAreNotDecidedAgain() {
    AtomicInteger asked = new AtomicInteger();
    TestCluster cluster =
        TestCluster.of(
            2,
            options ->
                options.allowRequestSync(
                    request -> {
                      asked.incrementAndGet();
                      return Decision.allow();
                    }));
    RawPeer away = cluster.node(1).peer(cluster.openAndConnect());
    away.post("4a");
    away.get();
    assertThat(asked).hasValue(1);
  }

  @Test
  void aSessionThatWouldBeOneTooManyDoesNotMove() {
    TestCluster cluster = TestCluster.of(2, options -> options.maxConnectionsPerAddress(1));
    cluster.node(1).peer().open();
    RawPeer away = cluster.node(1).peer(cluster.node(0).peer().open());
    assertThat(away.upgrade(away.urlQuery("websocket")).isAccepted()).isFalse();
    assertThat(cluster.node(0).engine.sessionCount()).isEqualTo(1);
  }

  @Test
  void theHooksOfTheNodeThatAnswersAddTheirHeaders() {
    TestCluster cluster = TestCluster.of(2);
    cluster.node(1).engine.onHeaders((headers, request) -> headers.add("X-Node", "1"));
    RawPeer away = cluster.node(1).peer(cluster.openAndConnect());
    assertThat(away.post("4a").header("X-Node")).isEqualTo("1");
    LocalExchange poll = away.get();
    cluster.node(0).send("a");
    assertThat(poll.header("X-Node")).isEqualTo("1");
  }

  @Test
  void aHookThatFailsEndsTheSession() {
    TestCluster cluster = TestCluster.of(2);
    cluster
        .node(1)
        .engine
        .onHeaders(
            (headers, request) -> {
              throw new IllegalStateException("no");
            });
    RawPeer away = cluster.node(1).peer(cluster.openAndConnect());
    LocalExchange poll = away.get();
    cluster.node(0).send("a");
    assertThat(poll.status()).isEqualTo(400);
    assertThat(cluster.node(0).recorder.lastEvent()).isEqualTo("close transport error");
  }

  @Test
  void oldClientsAreServedAtHomeOnly() {
    TestCluster cluster = TestCluster.of(2, options -> options.allowEio3(true));
    RawPeer old = cluster.node(0).peer().eio3().open();
    cluster.advance(ofMillis(300));
    assertThat(cluster.node(1).peer(old).eio3().get().status()).isEqualTo(400);
    assertThat(cluster.node(1).peer(old).post("4a").status()).isEqualTo(400);
  }
}
