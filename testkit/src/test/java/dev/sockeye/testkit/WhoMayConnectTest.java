// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.Decision;
import dev.sockeye.engineio.server.EngineError;
import dev.sockeye.engineio.server.OriginPolicy;
import dev.sockeye.engineio.server.TrustedProxies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whom {@code allowRequest} and {@code allowedOrigins} let in, and who a client is. */
class WhoMayConnectTest {
  private final CompletableFuture<Decision> decision = new CompletableFuture<>();

  private static LocalUpgrade upgrade(RawPeer peer) {
    return peer.upgrade(peer.urlQuery("websocket"));
  }

  private static TestEngine deciding(Decision decision) {
    return TestEngine.with(options -> options.allowRequestSync(request -> decision));
  }

  @Test
  void whoIsRejectedIsForbidden() {
    TestEngine server = deciding(Decision.reject());
    LocalExchange response = server.peer().get();
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(response.body()).isEqualTo("{\"code\":4,\"message\":\"Forbidden\"}");
  }

  @Test
  void theReasonIsToldAndIsTheContextOfTheError() {
    TestEngine server = deciding(Decision.reject("no \"session\""));
    assertThat(server.peer().get().body())
        .isEqualTo("{\"code\":4,\"message\":\"no \\\"session\\\"\"}");
    assertThat(server.error().error()).isEqualTo(EngineError.FORBIDDEN);
    assertThat(server.error().context()).isEqualTo(Map.of("message", "no \"session\""));
  }

  @Test
  void aRejectedWebSocketIsAnswered400InPlainText() {
    LocalUpgrade upgrade = upgrade(deciding(Decision.reject("no session", 401)).peer());
    assertThat(upgrade.status()).isEqualTo(400);
    assertThat(upgrade.header("Content-type")).isEqualTo("text/html");
    assertThat(upgrade.body()).isEqualTo("no session");
  }

  @Test
  void aRejectionMayHaveAStatusOfItsOwn() {
    assertThat(deciding(Decision.reject("too many", 429)).peer().get().status()).isEqualTo(429);
  }

  @Test
  void onlyHandshakesAreDecidedUpon() {
    List<String> asked = new ArrayList<>();
    TestEngine server =
        TestEngine.with(
            options ->
                options.allowRequestSync(
                    request -> {
                      asked.add(request.url());
                      return Decision.allow();
                    }));
    RawPeer peer = server.peer().open();
    peer.get();
    peer.post("4hi");
    peer.webSocket();
    assertThat(asked).containsExactly("/engine.io/?EIO=4&transport=polling");
  }

  @Test
  void theHandshakeWaitsForADecisionThatTakesTime() {
    TestEngine server = TestEngine.with(options -> options.allowRequest(request -> decision));
    LocalUpgrade upgrade = upgrade(server.peer());
    assertThat(upgrade.isAccepted() || upgrade.isAnswered()).isFalse();
    decision.complete(Decision.allow());
    server.host.runPending();
    assertThat(upgrade.isAccepted()).isTrue();
  }

  @Test
  void aDecisionThatNeverComesIsANo() {
    TestEngine server =
        TestEngine.with(
            options ->
                options.allowRequest(request -> decision).hookTimeout(Duration.ofSeconds(3)));
    LocalExchange response = server.peer().get();
    server.advance(Duration.ofSeconds(3));
    assertThat(response.body()).isEqualTo("{\"code\":4,\"message\":\"Forbidden\"}");
    assertThat(server.error().context())
        .isEqualTo(
            Map.of(
                "name", "ALLOW_REQUEST_FAILURE",
                "error", "allowRequest took longer than PT3S (option hookTimeout)"));

    decision.complete(Decision.allow());
    server.host.runPending();
    assertThat(server.engine.sessionCount()).isZero();
  }

  @Test
  void aDecisionThatFailsIsANoThatTellsTheClientNothing() {
    TestEngine server = TestEngine.with(options -> options.allowRequest(request -> decision));
    LocalExchange response = server.peer().get();
    decision.completeExceptionally(new IllegalStateException("password of the database: x"));
    server.host.runPending();
    assertThat(response.body()).isEqualTo("{\"code\":4,\"message\":\"Forbidden\"}");
  }

  @Test
  void aPageOfAForeignOriginIsRefusedOnEveryTransport() {
    TestEngine server = TestEngine.with(options -> options.allowedOrigins("https://app.example"));
    RawPeer foreign = server.peer().header("Origin", "https://evil.example");
    assertThat(foreign.get().status()).isEqualTo(403);
    assertThat(upgrade(foreign).body()).isEqualTo("Forbidden");
    assertThat(server.error().context())
        .isEqualTo(Map.of("name", "FOREIGN_ORIGIN", "origin", "https://evil.example"));
  }

  @Test
  void aForeignPageCantTakePartInASessionEither() {
    TestEngine server = TestEngine.with(options -> options.allowedOrigins("https://app.example"));
    String sid = server.peer().header("Origin", "https://app.example").open().sid();
    RawPeer foreign = server.peer().header("Origin", "https://evil.example").sid(sid);
    assertThat(foreign.post("4hi").status()).isEqualTo(403);
    assertThat(upgrade(foreign).status()).isEqualTo(400);
    assertThat(server.engine.sessionCount()).isEqualTo(1);
  }

  @Test
  void whoComesThroughATrustedProxyIsWhoTheProxySays() {
    TestEngine server =
        TestEngine.with(options -> options.trustProxies(TrustedProxies.xForwarded("127.0.0.0/8")));
    server
        .peer()
        .header("X-Forwarded-For", "192.0.2.7")
        .header("X-Forwarded-Proto", "https")
        .open();
    assertThat(server.session().request().remoteAddress().getHostString()).isEqualTo("192.0.2.7");
    assertThat(server.session().request().secure()).isTrue();
  }

  @Test
  void nobodyIsTrustedByDefault() {
    TestEngine server = TestEngine.create();
    server.peer().header("X-Forwarded-For", "192.0.2.7").open();
    assertThat(server.session().request().remoteAddress().getAddress().isLoopbackAddress())
        .isTrue();
  }

  @Test
  void theSameOriginIsThatOfTheProxy() {
    TestEngine server =
        TestEngine.with(
            options ->
                options
                    .allowedOrigins(OriginPolicy.sameOrigin())
                    .trustProxies(TrustedProxies.xForwarded("127.0.0.0/8")));
    RawPeer plainPage =
        server
            .peer()
            .header("Host", "app.example")
            .header("X-Forwarded-Proto", "https")
            .header("Origin", "http://app.example");
    assertThat(plainPage.get().status()).isEqualTo(403);
  }

  @Test
  void cookiesOfTheRequestCanBeRead() {
    TestEngine server =
        TestEngine.with(
            options ->
                options.allowRequestSync(
                    request ->
                        request.cookie("sid").isPresent()
                            ? Decision.allow()
                            : Decision.reject("no session")));
    assertThat(server.peer().header("Cookie", "a=1; sid=x").get().status()).isEqualTo(200);
    assertThat(server.peer().header("Cookie", "a=1").get().status()).isEqualTo(403);
  }
}
