// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.SetCookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Headers that the application adds to the responses of sessions. */
class HeaderHookTest {
  private static final SetCookie MINE = SetCookie.of("mycookie", "456");

  private final TestEngine server =
      TestEngine.with(
          options -> options.cookie(SessionCookie.defaults()).generateId(request -> "abc"));
  private final RawPeer peer = server.peer();
  private final CompletableFuture<Void> slow = new CompletableFuture<>();

  private static void addMine(Headers headers) {
    headers.add("test", "123").addCookie(MINE);
  }

  private static List<String> cookies(LocalExchange exchange) {
    return exchange.response().headers().all("Set-Cookie");
  }

  @Test
  void theInitialHookAddsToTheHandshakeOnlyAndBehindTheSessionCookie() {
    server.engine.onInitialHeaders((headers, request) -> addMine(headers));
    LocalExchange handshake = peer.get();
    assertThat(handshake.header("test")).isEqualTo("123");
    assertThat(cookies(handshake))
        .containsExactly("io=abc; Path=/; HttpOnly; SameSite=Lax", "mycookie=456");

    LocalExchange post = peer.sid("abc").post("4hi");
    assertThat(post.response().headers().contains("test")).isFalse();
    assertThat(cookies(post)).isEmpty();
  }

  @Test
  void theHookOfAllResponsesAddsToEachOfThem() {
    server.engine.onHeaders((headers, request) -> addMine(headers));
    assertThat(cookies(peer.get())).hasSize(2).endsWith("mycookie=456");

    LocalExchange poll = peer.sid("abc").get();
    server.echo();
    assertThat(cookies(peer.post("4hi"))).containsExactly("mycookie=456");
    assertThat(cookies(poll)).containsExactly("mycookie=456");
  }

  @Test
  void aWebSocketHandshakeHasTheHeadersOfTheHooksAndNoSessionCookie() {
    server.engine.onInitialHeaders((headers, request) -> addMine(headers));
    server.engine.onHeaders((headers, request) -> headers.addCookie(SetCookie.of("b", "2")));
    LocalUpgrade upgrade = peer.upgrade(peer.urlQuery("websocket"));
    assertThat(upgrade.acceptHeaders().toString())
        .isEqualTo("test: 123\nSet-Cookie: mycookie=456\nSet-Cookie: b=2\n");
  }

  @Test
  void aSessionHasOneInitialResponseAndManyOthers() {
    List<String> calls = new ArrayList<>();
    server.engine.onInitialHeaders((headers, request) -> calls.add("initial"));
    server.engine.onHeaders((headers, request) -> calls.add(request.method()));
    peer.open();
    peer.get();
    peer.post("4hi");
    PeerSocket webSocket = peer.webSocket();
    webSocket.send("2probe");
    webSocket.send("5");
    assertThat(calls).containsExactly("initial", "GET", "POST", "GET", "GET");
  }

  @Test
  void theResponseWaitsForAHookThatTakesTime() {
    server.engine.onInitialHeadersAsync((headers, request) -> slow.thenRun(() -> addMine(headers)));
    LocalExchange handshake = peer.get();
    assertThat(handshake.isAnswered()).isFalse();
    assertThat(server.engine.sessionCount()).isZero();

    slow.complete(null);
    server.host.runPending();
    assertThat(cookies(handshake)).endsWith("mycookie=456");
    assertThat(server.engine.sessionCount()).isEqualTo(1);
  }

  @Test
  void aHookThatFailsEndsTheHandshake() {
    server.engine.onInitialHeadersAsync((headers, request) -> slow);
    LocalExchange handshake = peer.get();
    slow.completeExceptionally(new IllegalStateException("no database"));
    server.host.runPending();
    assertThat(handshake.body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
    assertThat(server.error().context())
        .isEqualTo(Map.of("name", "HEADERS_FAILURE", "error", "no database"));
    assertThat(server.engine.sessionCount()).isZero();
  }

  @Test
  void aHookThatNeverEndsIsNotWaitedForForEver() {
    server.engine.onInitialHeadersAsync((headers, request) -> slow);
    LocalExchange handshake = peer.get();
    server.advance(Duration.ofSeconds(10));
    assertThat(handshake.status()).isEqualTo(400);
    assertThat(server.error().context())
        .containsEntry("error", "a header hook took longer than PT10S (option hookTimeout)");

    slow.complete(null);
    server.host.runPending();
    assertThat(server.engine.sessionCount()).isZero();
  }

  @Test
  void aHookThatFailsOnAPollEndsTheSession() {
    peer.open();
    server.engine.onHeaders(
        (headers, request) -> {
          throw new IllegalStateException("on purpose");
        });
    LocalExchange poll = peer.get();
    server.send("hello");
    assertThat(poll.status()).isEqualTo(400);
    assertThat(server.recorder.lastEvent()).isEqualTo("close transport error");
  }

  @Test
  void aHookThatFailsOnAnUpgradeLeavesTheSessionWhereItIs() {
    peer.open();
    server.engine.onHeadersAsync(
        (headers, request) ->
            CompletableFuture.failedFuture(new IllegalStateException("on purpose")));
    LocalUpgrade upgrade = peer.upgrade(peer.urlQuery("websocket"));
    assertThat(upgrade.status()).isEqualTo(400);
    assertThat(server.engine.sessionCount()).isEqualTo(1);
  }

  @Test
  void aLineBreakInAValueEndsTheHandshakeAndNamesTheHeader() {
    server.engine.onInitialHeaders(
        (headers, request) -> headers.add("X-Evil", "a\r\nSet-Cookie: b=c"));
    assertThat(peer.get().status()).isEqualTo(400);
    assertThat(server.error().context().get("error")).asString().contains("header 'X-Evil'");
  }

  @Test
  void aHeaderOfTheHostsCantBeAdded() {
    server.engine.onInitialHeaders((headers, request) -> headers.add("Content-Length", "1"));
    assertThat(peer.get().status()).isEqualTo(400);
    assertThat(server.error().context().get("error"))
        .isEqualTo(
            "the header 'Content-Length' can't be added to a response: host and engine set it");
  }

  @Test
  void aRefusedHeaderIsNotOnTheErrorEither() {
    server.engine.onInitialHeaders(
        (headers, request) -> headers.add("Transfer-Encoding", "chunked"));
    assertThat(peer.get().response().headers().contains("Transfer-Encoding")).isFalse();
  }

  @Test
  void aHookWhoseTimeIsOverChangesNothingAnyMore() {
    List<Headers> kept = new ArrayList<>();
    server.engine.onInitialHeadersAsync(
        (headers, request) -> {
          kept.add(headers);
          return slow;
        });
    LocalExchange handshake = peer.get();
    kept.get(0).add("X-Half", "done");
    server.advance(Duration.ofSeconds(10));
    assertThat(handshake.response().headers().contains("X-Half")).isFalse();
  }

  @Test
  void anErrorInAHookBehindOneThatTookTimeIsAnswered() {
    server.engine.onInitialHeadersAsync((headers, request) -> slow);
    server.engine.onInitialHeaders(
        (headers, request) -> {
          throw new StackOverflowError("on purpose");
        });
    LocalExchange handshake = peer.get();
    slow.complete(null);
    server.host.runPending();
    assertThat(handshake.status()).isEqualTo(400);
  }

  @Test
  void aHeaderOfTheEnginesIsReplacedWhateverTheCaseOfItsName() {
    server.engine.onHeaders((headers, request) -> headers.set("Cache-Control", "private"));
    assertThat(peer.get().response().headers().all("cache-control")).containsExactly("private");
  }

  @Test
  void errorsHaveNoHooks() {
    server.engine.onHeaders((headers, request) -> addMine(headers));
    assertThat(cookies(peer.get("transport=abc"))).isEmpty();
  }
}
