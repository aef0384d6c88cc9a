// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.TestEngine.RS;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engine.IO protocol, "Upgrade": from polling to WebSocket. */
class UpgradeTest {
  private final TestEngine server = TestEngine.create();
  private final RawPeer peer = server.peer().open();

  @Test
  void aProbeIsAnswered() {
    assertThat(peer.webSocket().send("2probe").received()).containsExactly("3probe");
    assertThat(server.session().transport()).isEqualTo(Transport.POLLING);
  }

  @Test
  void theProbeReleasesThePollAtOnce() {
    LocalExchange poll = peer.get();
    peer.webSocket().send("2probe");
    assertThat(poll.body()).isEqualTo("6");
  }

  @Test
  void aWebSocketThatDoesNotProbeReleasesNothing() {
    LocalExchange poll = peer.get();
    peer.webSocket();
    assertThat(poll.isAnswered()).isFalse();
  }

  @Test
  void aPollAfterTheProbeIsAnsweredAtOnce() {
    peer.webSocket().send("2probe");
    assertThat(peer.get().body()).isEqualTo("6");
  }

  @Test
  void aPollAfterTheProbeBringsWhatWaits() {
    peer.webSocket().send("2probe");
    server.send("a", "b");
    assertThat(peer.get().body()).isEqualTo("4a" + RS + "4b");
  }

  @Test
  void aClientThatGoesOnPollingIsSlowedDown() {
    peer.webSocket().send("2probe");
    peer.get();
    peer.get();
    LocalExchange third = peer.get();
    assertThat(third.isAnswered()).isFalse();
    server.advance(ofMillis(100));
    assertThat(third.body()).isEqualTo("6");
  }

  @Test
  void aPollThatIsHeldBackStillBringsMessagesAtOnce() {
    peer.webSocket().send("2probe");
    peer.get();
    peer.get();
    LocalExchange third = peer.get();
    server.send("now");
    assertThat(third.body()).isEqualTo("4now");
  }

  @Test
  void theCommitMovesTheSession() {
    PeerSocket socket = peer.webSocket().send("2probe", "5");
    server.send("hello");
    assertThat(socket.received()).containsExactly("3probe", "4hello");
    assertThat(server.recorder.lastEvent()).isEqualTo("upgrade websocket");
    assertThat(server.session().transport()).isEqualTo(Transport.WEBSOCKET);
  }

  @Test
  void whatWaitsAtTheCommitGoesOverTheWebSocket() {
    PeerSocket socket = peer.webSocket().send("2probe");
    server.send("a", "b");
    assertThat(socket.send("5").received()).containsExactly("3probe", "4a", "4b");
  }

  @Test
  void aMessageBehindTheCommitArrives() {
    peer.webSocket().send("2probe", "5", "4first");
    assertThat(server.recorder.lastEvent()).isEqualTo("message first");
  }

  @Test
  void aCommitWithoutProbeCounts() {
    peer.webSocket().send("5");
    assertThat(server.recorder.lastEvent()).isEqualTo("upgrade websocket");
  }

  @Test
  void aPollThatIsPendingAtTheCommitIsClosed() {
    LocalExchange poll = peer.get();
    peer.webSocket().send("5");
    assertThat(poll.body()).isEqualTo("1");
    assertThat(server.session().isOpen()).isTrue();
  }

  @Test
  void aPostThatBeganBeforeTheCommitStillCounts() {
    LocalExchange post = peer.beginPost();
    peer.webSocket().send("2probe", "5");
    post.sendChunk(new byte[] {'4', 'a'}).endBody();
    server.host.runPending();
    assertThat(post.body()).isEqualTo("ok");
    assertThat(server.recorder.lastEvent()).isEqualTo("message a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4hello", "2", "2other", "3", "1", "6", "abc", ""})
  void anythingElseThanProbeAndCommitClosesTheProbeOnly(String packet) {
    PeerSocket socket = peer.webSocket().send(packet);
    assertThat(socket.isClosed()).isTrue();
    assertThat(server.recorder.events()).containsExactly("open");
    assertThat(server.session().isOpen()).isTrue();
  }

  @Test
  void whatFollowsAFailedProbeIsIgnored() {
    peer.webSocket().send("4hello", "5", "4again");
    assertThat(server.recorder.events()).containsExactly("open");
    assertThat(server.session().transport()).isEqualTo(Transport.POLLING);
  }

  @Test
  void aProbeThatLeavesChangesNothing() {
    PeerSocket socket = peer.webSocket().send("2probe");
    socket.drop();
    server.send("still polling");
    assertThat(peer.get().body()).isEqualTo("4still polling");
  }

  @Test
  void anotherProbeMayFollowOneThatFailed() {
    peer.webSocket().send("4hello");
    assertThat(peer.webSocket().send("2probe", "5").isClosed()).isFalse();
    assertThat(server.session().transport()).isEqualTo(Transport.WEBSOCKET);
  }

  @Test
  void anUpgradeThatTakesTooLongClosesTheProbeOnly() {
    PeerSocket socket = peer.webSocket().send("2probe");
    server.advance(ofMillis(9_999));
    assertThat(socket.isClosed()).isFalse();
    server.advance(ofMillis(1));
    assertThat(socket.isClosed()).isTrue();
    assertThat(server.session().isOpen()).isTrue();
  }

  @Test
  void aSecondUpgradeIsClosedAndTheFirstGoesOn() {
    PeerSocket first = peer.webSocket().send("2probe");
    PeerSocket second = peer.webSocket().send("2probe", "5");
    assertThat(second.closeCode()).isEqualTo(1005);
    assertThat(second.received()).isEmpty();
    first.send("5");
    assertThat(server.session().transport()).isEqualTo(Transport.WEBSOCKET);
  }

  @Test
  void anUpgradedSessionCanNotBeTakenOver() {
    PeerSocket socket = peer.webSocket().send("2probe", "5");
    assertThat(peer.webSocket().send("2probe", "5").isClosed()).isTrue();
    assertThat(socket.isClosed()).isFalse();
  }

  @Test
  void pollingAfterAnUpgradeIsRefused() {
    PeerSocket socket = peer.webSocket().send("2probe", "5");
    assertThat(peer.get().body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
    assertThat(peer.post("4a").status()).isEqualTo(400);
    assertThat(socket.isClosed()).isFalse();
  }

  @Test
  void whereUpgradesAreNotAllowedTheWebSocketIsClosed() {
    TestEngine strict = TestEngine.with(options -> options.allowUpgrades(false));
    RawPeer client = strict.peer().open();
    assertThat(client.webSocket().send("2probe", "5").isClosed()).isTrue();
    assertThat(strict.session().transport()).isEqualTo(Transport.POLLING);
  }

  @Test
  void theEndOfTheSessionClosesTheProbe() {
    PeerSocket socket = peer.webSocket().send("2probe");
    peer.post("abc");
    assertThat(socket.isClosed()).isTrue();
    assertThat(server.host.pendingTimers()).isZero();
  }

  @Test
  void closeWaitsForAnUpgradeThatSucceeds() {
    PeerSocket socket = peer.webSocket().send("2probe");
    server.send("last words");
    server.session().close();
    server.host.runPending();
    assertThat(server.engine.sessionCount()).isEqualTo(1);
    socket.send("5");
    assertThat(socket.received()).containsExactly("3probe", "4last words");
    assertThat(socket.isClosed()).isTrue();
    assertThat(server.recorder.lastEvent()).isEqualTo("close forced close");
  }

  @Test
  void closeWaitsForAnUpgradeThatFails() {
    peer.webSocket().send("2probe");
    server.send("last words");
    server.session().close();
    server.advance(ofSeconds(10));
    assertThat(peer.get().body()).isEqualTo("4last words" + RS + "1");
    assertThat(server.recorder.lastEvent()).isEqualTo("close forced close");
  }

  @Test
  void aSessionThatDoesNotReadStaysSoOnTheWebSocket() {
    server.onThread(() -> server.session().setReadable(false));
    PeerSocket socket = peer.webSocket().send("2probe", "5", "4later");
    assertThat(server.recorder.lastEvent()).isEqualTo("upgrade websocket");
    server.onThread(() -> server.session().setReadable(true));
    assertThat(server.recorder.lastEvent()).isEqualTo("message later");
    assertThat(socket.isClosed()).isFalse();
  }

  @Test
  void theWebSocketMayComeOnAnotherThread() {
    TestEngine threads = TestEngine.onThreads(2, options -> {}).echo();
    String sid = threads.host.peer(0).open().sid();
    PeerSocket socket = threads.host.peer(1).webSocket(sid).send("2probe", "5", "4hello");
    assertThat(socket.received()).containsExactly("3probe", "4hello");
    assertThat(threads.session().scheduler()).isSameAs(threads.host.scheduler(0));
  }
}
