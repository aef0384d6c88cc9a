// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.OriginPolicy;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.LocalExchange;
import dev.sockeye.testkit.LocalHost;
import dev.sockeye.testkit.LocalUpgrade;
import dev.sockeye.testkit.PeerSocket;
import dev.sockeye.testkit.RawPeer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets in over Socket.IO, and what becomes of them. */
class DoorTest {
  private final MovableClock clock = new MovableClock();

  /** The store's answers while it is slow. */
  private final Queue<Runnable> answers = new ArrayDeque<>();

  private boolean slow;

  private final Sessions sessions = new Sessions(Duration.ofMinutes(30), clock, this::answer);
  private final UserSession ada = sessions.begin("ada").orElseThrow();
  private final Door door = new Door(sessions);
  private final SocketIoServer io =
      SocketIoServer.builder()
          .allowedOrigins(OriginPolicy.sameOrigin())
          .allowRequest(door::decide)
          .dispatch(Dispatch.ioThread())
          .build();
  private final LocalHost host = LocalHost.of(io.engine());

  @BeforeEach
  void open() {
    io.engine().onHeadersAsync(door::extend);
    io.use(door::admit);
    new Tabs(io, sessions).open();
  }

  @Test
  void withoutASessionTheHandshakeIsRefused() {
    LocalExchange handshake = host.peer().get();
    assertThat(handshake.status()).isEqualTo(401);
    assertThat(handshake.body()).isEqualTo("{\"code\":4,\"message\":\"no session\"}");
  }

  @Test
  void withoutASessionThereIsNoWebSocketEither() {
    LocalUpgrade upgrade = host.peer().upgrade("EIO=4&transport=websocket");
    assertThat(upgrade.status()).isEqualTo(400);
  }

  @Test
  void theHandshakeWaitsForTheStore() {
    slow = true;
    LocalExchange handshake = peer(ada).get();
    assertThat(handshake.isAnswered()).isFalse();
    for (Runnable next = answers.poll(); next != null; next = answers.poll()) {
      next.run();
      host.runPending();
    }
    assertThat(handshake.status()).isEqualTo(200);
  }

  @Test
  void anOtherSitesPageIsRefusedEvenWithTheCookie() {
    LocalUpgrade upgrade =
        peer(ada)
            .header("Host", "app.example")
            .header("Origin", "https://evil.example")
            .upgrade("EIO=4&transport=websocket");
    assertThat(upgrade.status()).isEqualTo(400);
  }

  @Test
  void eachResponseExtendsTheSession() {
    clock.advance(Duration.ofMinutes(20));
    LocalExchange handshake = peer(ada).get();
    assertThat(handshake.header("set-cookie")).startsWith("sid=").contains("Max-Age=1800");
    assertThat(sessions.left(ada)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void listenersKnowTheSession() {
    ada.note("the moth is in the log book");
    assertThat(tab(ada).received())
        .contains(
            "42[\"welcome\",{\"user\":\"ada\",\"note\":\"the moth is in the log book\","
                + "\"secondsLeft\":1800}]");
  }

  @Test
  void aNoteReachesTheOtherTabsOfTheSessionOnly() {
    PeerSocket first = tab(ada);
    PeerSocket second = tab(ada);
    PeerSocket grace = tab(sessions.begin("grace").orElseThrow());
    second.received();
    grace.received();
    first.send("42[\"note\",\"a moth\"]");
    assertThat(second.received()).containsExactly("42[\"note\",\"a moth\"]");
    assertThat(grace.received()).isEmpty();
  }

  @Test
  void logoutDisconnectsEveryTabOfTheSession() {
    PeerSocket first = tab(ada);
    PeerSocket second = tab(ada);
    PeerSocket grace = tab(sessions.begin("grace").orElseThrow());
    sessions.end(ada);
    host.runPending();
    assertThat(first.received()).contains("41");
    assertThat(second.received()).contains("41");
    assertThat(grace.received()).doesNotContain("41");
  }

  @Test
  void whoWasLoggedOutCantJoinAgainOverTheSameConnection() {
    PeerSocket tab = tab(ada);
    sessions.end(ada);
    host.runPending();
    tab.received();
    tab.send("40");
    assertThat(tab.received()).containsExactly("44{\"message\":\"The session has ended.\"}");
  }

  @Test
  void everybodySeesWhoHasLoggedIn() {
    PeerSocket first = tab(ada);
    first.received();
    tab(sessions.begin("grace").orElseThrow());
    assertThat(first.received()).contains("42[\"people\",[\"ada\",\"grace\"]]");
  }

  private RawPeer peer(UserSession session) {
    return host.peer().header("Cookie", "sid=" + session.id());
  }

  private PeerSocket tab(UserSession session) {
    return peer(session).webSocket().send("40");
  }

  private void answer(Runnable answer) {
    if (slow) {
      answers.add(answer);
    } else {
      answer.run();
    }
  }
}
