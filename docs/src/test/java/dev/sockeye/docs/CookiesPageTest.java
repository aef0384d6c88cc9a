// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.LocalExchange;
import dev.sockeye.testkit.LocalHost;
import dev.sockeye.testkit.LocalUpgrade;
import dev.sockeye.testkit.PeerSocket;
import dev.sockeye.testkit.RawPeer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What docs/cookies.md says of its snippets, beside those that need a network. */
class CookiesPageTest {
  private static final String WEBSOCKET = "EIO=4&transport=websocket";

  /** Grace has a session; the answer comes when the test completes it. */
  private final CompletableFuture<Void> store = new CompletableFuture<>();

  private final CookieSnippets.Sessions sessions =
      id -> store.thenApply(ready -> Optional.of("Grace").filter(name -> id.equals("123")));

  private final SocketIoServer plain =
      SocketIoServer.builder().dispatch(Dispatch.ioThread()).build();

  @Test
  void theHandshakeSetsTheStickyCookie() {
    RawPeer peer = peer(CookieSnippets.sticky());
    LocalExchange handshake = peer.get();
    assertThat(handshake.header("set-cookie"))
        .matches("io=[\\w-]{20}; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void theServerOfTheReadmeLetsInWhoHasASessionAndSetsBothCookies() {
    store.complete(null);
    SocketIoServer io = CookieSnippets.readme(sessions);
    assertThat(peer(io).get().status()).isEqualTo(403);
    LocalExchange handshake = peer(io).header("Cookie", "sid=123").get();
    assertThat(handshake.response().headers().all("set-cookie"))
        .hasSize(2)
        .endsWith("uid=1234; SameSite=Strict");
  }

  @Test
  void theDefaultsAreWhatTheyAreSaidToBeLike() {
    assertThat(CookieSnippets.likeDefaults().header("abc", true))
        .isEqualTo("io=abc; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void eachOptionIsAnAttribute() {
    assertThat(CookieSnippets.otherSites().validated().header("abc", true))
        .isEqualTo(
            "app=abc; Max-Age=28800; Domain=app.example; Path=/; HttpOnly; Secure; SameSite=None");
    assertThat(CookieSnippets.otherSites().isOnWebSocket()).isTrue();
  }

  @Test
  void hooksAddCookiesOnceAndToEachResponse() {
    CookieSnippets.headers(plain);
    RawPeer peer = peer(plain);
    LocalExchange handshake = peer.get();
    assertThat(handshake.response().headers().all("set-cookie"))
        .containsExactly("uid=1234; SameSite=Strict", "randomId=abc; Max-Age=86400");
    LocalExchange post = peer(plain).open().post("40");
    assertThat(post.response().headers().all("set-cookie"))
        .containsExactly("randomId=abc; Max-Age=86400");
  }

  @Test
  void hooksAddSeveralCookiesToThe101() {
    CookieSnippets.headers(plain);
    LocalUpgrade upgrade = peer(plain).upgrade(WEBSOCKET);
    assertThat(upgrade.acceptHeaders().all("set-cookie")).hasSize(2);
  }

  @Test
  void whoHasTheCookieIsNotSentItAgain() {
    CookieSnippets.headers(plain);
    LocalExchange handshake = peer(plain).header("Cookie", "randomId=abc").get();
    assertThat(handshake.response().headers().all("set-cookie")).hasSize(1);
  }

  @Test
  void listenersReadTheHandshakesCookies() {
    CookieSnippets.reading(plain);
    PeerSocket socket = peer(plain).header("Cookie", "a=b; theme=dark").openWebSocket().send("40");
    assertThat(socket.received()).contains("42[\"theme\",\"dark\"]");
  }

  @Test
  void theHandshakeWaitsForASlowHook() {
    CookieSnippets.slowHeaders(plain, sessions);
    LocalHost host = LocalHost.of(plain.engine());
    LocalExchange handshake = host.peer().header("Cookie", "sid=123").get();
    assertThat(handshake.isAnswered()).isFalse();
    store.complete(null);
    host.runPending();
    assertThat(handshake.header("set-cookie")).isEqualTo("greeting=Hello%2C%20Grace");
  }

  @Test
  void withoutASessionNobodyGetsIn() {
    store.complete(null);
    LocalExchange handshake = peer(CookieSnippets.allowRequest(sessions)).get();
    assertThat(handshake.status()).isEqualTo(403);
    assertThat(handshake.body()).isEqualTo("{\"code\":4,\"message\":\"no session\"}");
  }

  @Test
  void withASessionSomebodyDoes() {
    store.complete(null);
    RawPeer peer = peer(CookieSnippets.allowRequest(sessions)).header("Cookie", "sid=123");
    assertThat(peer.get().status()).isEqualTo(200);
  }

  @Test
  void aFilterEndsARequestOrAddsAHeader() {
    CookieSnippets.filter(plain);
    assertThat(peer(plain).get().status()).isEqualTo(401);
    LocalExchange handshake = peer(plain).header("Cookie", "sid=123").get();
    assertThat(handshake.status()).isEqualTo(200);
    assertThat(handshake.header("x-content-type-options")).isEqualTo("nosniff");
  }

  @Test
  void logoutDisconnectsTheTabsOfTheSession() {
    CookieSnippets.logout(plain);
    LocalHost host = LocalHost.of(plain.engine());
    PeerSocket grace = host.peer().header("Cookie", "sid=123").openWebSocket().send("40");
    PeerSocket ada = host.peer().header("Cookie", "sid=456").openWebSocket().send("40");
    CookieSnippets.disconnect(plain, "123");
    host.runPending();
    assertThat(grace.received()).contains("41");
    assertThat(ada.received()).doesNotContain("41");
  }

  @Test
  void pagesOfOtherOriginsGetNoWebSocket() {
    SocketIoServer io = CookieSnippets.ownPagesOnly();
    RawPeer evil = peer(io).header("Host", "app.example").header("Origin", "https://evil.example");
    assertThat(evil.upgrade(WEBSOCKET).status()).isEqualTo(400);
    RawPeer own = peer(io).header("Host", "app.example").header("Origin", "https://app.example");
    assertThat(own.upgrade(WEBSOCKET).isAccepted()).isTrue();
  }

  @Test
  void anOriginThatIsNamedMaySendCookies() {
    LocalExchange handshake =
        peer(CookieSnippets.crossOrigin()).header("Origin", "https://app.example").get();
    assertThat(handshake.header("access-control-allow-origin")).isEqualTo("https://app.example");
    assertThat(handshake.header("access-control-allow-credentials")).isEqualTo("true");
  }

  @Test
  void whoHasStolenASessionsIdCantUseItWithoutTheKey() {
    LocalHost host = LocalHost.of(CookieSnippets.bound().engine());
    RawPeer owner = host.peer().open();
    assertThat(host.peer().sid(owner.sid()).get().status()).isEqualTo(403);
  }

  @Test
  void onlyATrustedProxySaysThatThereIsTls() {
    LocalExchange handshake =
        peer(CookieSnippets.behindProxy()).header("X-Forwarded-Proto", "https").get();
    assertThat(handshake.header("set-cookie")).doesNotContain("Secure");
  }

  private static RawPeer peer(SocketIoServer io) {
    return LocalHost.of(io.engine()).peer();
  }
}
