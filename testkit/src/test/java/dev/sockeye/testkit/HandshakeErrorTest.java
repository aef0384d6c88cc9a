// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.server.EngineError;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are refused, with what, and in which order it is checked. */
class HandshakeErrorTest {
  private final TestEngine server = TestEngine.create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EIO=4",
        "EIO=4&transport=abc",
        "EIO=4&transport=webtransport",
        "EIO=4&transport="
      })
  void anUnknownTransportIsRefused(String query) {
    LocalExchange response = server.peer().get(query);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(response.body()).isEqualTo("{\"code\":0,\"message\":\"Transport unknown\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"__proto__", "constructor", "toString"})
  void namesOfJavaScriptsOwnAreNoTransportsAndNoSids(String name) {
    assertThat(server.peer().get("EIO=4&transport=" + name).body()).contains("\"code\":0");
    assertThat(server.peer().sid(name).get().body()).contains("\"code\":1");
  }

  @Test
  void aTransportThatIsOffIsUnknown() {
    TestEngine pollingOnly = TestEngine.with(options -> options.transports(Transport.POLLING));
    LocalUpgrade upgrade = pollingOnly.peer().upgrade("EIO=4&transport=websocket");
    assertThat(upgrade.body()).isEqualTo("Transport unknown");
  }

  @Test
  void anOriginWithIllegalCharactersIsRefused() {
    LocalExchange response = server.peer().header("Origin", "http://a\u0001").get();
    assertThat(response.body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
    assertThat(server.error().context())
        .isEqualTo(Map.of("name", "INVALID_ORIGIN", "origin", "http://a\u0001"));
  }

  @Test
  void anUnknownSessionIsRefused() {
    LocalExchange response = server.peer().sid("nobody").get();
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
    assertThat(server.error().context()).isEqualTo(Map.of("sid", "nobody"));
  }

  @Test
  void aPollToAWebSocketSessionIsRefused() {
    RawPeer peer = server.peer();
    peer.openWebSocket();
    assertThat(peer.get().body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
    assertThat(server.error().context())
        .isEqualTo(
            Map.of(
                "name", "TRANSPORT_MISMATCH",
                "transport", "polling",
                "previousTransport", "websocket"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "HEAD", "OPTIONS", "DELETE"})
  void aHandshakeWithAnotherMethodThanGetIsRefused(String method) {
    LocalExchange response = server.peer().request(method, "EIO=4&transport=polling");
    assertThat(response.body()).isEqualTo("{\"code\":2,\"message\":\"Bad handshake method\"}");
    assertThat(server.error().context()).isEqualTo(Map.of("method", method));
  }

  @Test
  void aWebSocketHandshakeWithoutUpgradeIsRefused() {
    LocalExchange response = server.peer().get("EIO=4&transport=websocket");
    assertThat(response.status()).isEqualTo(400);
    assertThat(server.error().context()).isEqualTo(Map.of("name", "TRANSPORT_HANDSHAKE_ERROR"));
  }

  @Test
  void aPlainGetToAWebSocketSessionIsRefused() {
    RawPeer peer = server.peer();
    peer.openWebSocket();
    assertThat(peer.get(peer.urlQuery("websocket")).status()).isEqualTo(400);
    assertThat(server.engine.sessionCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EIO=3&", "EIO=5&", "EIO=abc&", "EIO=04&", "EIO=999999999999999999&"})
  void everyOtherRevisionThanFourIsUnsupported(String eio) {
    LocalExchange response = server.peer().get(eio + "transport=polling");
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo("{\"code\":5,\"message\":\"Unsupported protocol version\"}");
    assertThat(server.error().context()).isEqualTo(Map.of("protocol", 3));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, transport=abc, UNKNOWN_TRANSPORT",
    "POST, transport=polling&EIO=3, BAD_HANDSHAKE_METHOD",
    "POST, transport=polling&sid=x, UNKNOWN_SID",
    "GET, transport=websocket, BAD_REQUEST",
  })
  void theFirstThingThatIsWrongCounts(String method, String query, EngineError expected) {
    server.peer().request(method, query);
    assertThat(server.error().error()).isEqualTo(expected);
  }

  @Test
  void theErrorCarriesTheRequest() {
    server.peer().header("User-Agent", "curl").get("transport=abc");
    assertThat(server.error().request().url()).isEqualTo("/engine.io/?transport=abc");
    assertThat(server.error().request().header("user-agent")).hasValue("curl");
  }

  @Test
  void anErrorListenerThatFailsHarmsNobody() {
    TestEngine other = TestEngine.create();
    other.engine.onConnectionError(
        error -> {
          throw new IllegalStateException("on purpose");
        });
    assertThat(other.peer().get("transport=abc").status()).isEqualTo(400);
  }

  @Test
  void aRefusedWebSocketGetsPlainTextAndTheEndOfItsConnection() {
    LocalUpgrade upgrade = server.peer().upgrade("EIO=4&transport=websocket&sid=nobody");
    assertThat(upgrade.isAccepted()).isFalse();
    assertThat(upgrade.status()).isEqualTo(400);
    assertThat(upgrade.body()).isEqualTo("Session ID unknown");
    assertThat(upgrade.header("Content-type")).isEqualTo("text/html");
    assertThat(upgrade.response().close()).isTrue();
  }

  @Test
  void anUnsupportedRevisionOnAWebSocketIsRefusedBeforeThe101() {
    LocalUpgrade upgrade = server.peer().upgrade("EIO=3&transport=websocket");
    assertThat(upgrade.isAccepted()).isFalse();
    assertThat(upgrade.body()).isEqualTo("Unsupported protocol version");
  }

  @Test
  void aWebSocketThatAsksForPollingIsAcceptedAndClosed() {
    LocalUpgrade upgrade = server.peer().upgrade("EIO=4&transport=polling");
    assertThat(upgrade.webSocket().isClosed()).isTrue();
    assertThat(server.engine.sessionCount()).isZero();
  }

  @Test
  void anIdGeneratorThatThrowsRefusesTheHandshake() {
    TestEngine failing =
        TestEngine.with(
            options ->
                options.generateId(
                    request -> {
                      throw new IllegalStateException("no ids today");
                    }));
    assertThat(failing.peer().get().body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
    assertThat(failing.error().context())
        .isEqualTo(Map.of("name", "ID_GENERATION_ERROR", "error", "no ids today"));
  }

  @Test
  void anIdGeneratorWhoseStageFailsRefusesTheHandshake() {
    TestEngine failing =
        TestEngine.with(
            options ->
                options.generateIdAsync(
                    request ->
                        CompletableFuture.supplyAsync(
                            () -> {
                              throw new IllegalStateException("no ids today");
                            },
                            Runnable::run)));
    assertThat(failing.peer().upgrade("EIO=4&transport=websocket").body()).isEqualTo("Bad request");
    assertThat(failing.error().context())
        .isEqualTo(Map.of("name", "ID_GENERATION_ERROR", "error", "no ids today"));
  }

  @Test
  void anEmptyIdIsAnError() {
    TestEngine failing = TestEngine.with(options -> options.generateId(request -> ""));
    assertThat(failing.peer().get().status()).isEqualTo(400);
    assertThat(failing.error().context()).containsEntry("name", "ID_GENERATION_ERROR");
  }

  @Test
  void anIdThatIsInUseIsAnErrorAndTheFirstSessionLivesOn() {
    TestEngine twins = TestEngine.with(options -> options.generateId(request -> "twin"));
    twins.peer().open();
    assertThat(twins.peer().get().status()).isEqualTo(400);
    assertThat(twins.error().context()).containsEntry("error", "the id is in use: twin");
    assertThat(twins.session().isOpen()).isTrue();
    assertThat(twins.engine.sessionCount()).isEqualTo(1);
  }

  @Test
  void aServerThatIsClosingRefusesNewSessions() {
    server.engine.close();
    assertThat(server.peer().get().status()).isEqualTo(503);
    assertThat(server.peer().upgrade("EIO=4&transport=websocket").status()).isEqualTo(503);
  }
}
