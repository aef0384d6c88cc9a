// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an Engine.IO 4 session opens. */
interface HandshakeRules {

  Target target();

  @Test
  default void aPollOpensASession() {
    HttpAnswer answer = target().asListed().get("?EIO=4&transport=polling");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .matches(
            "0\\{\"sid\":\"[^\"]+\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":300,"
                + "\"pingTimeout\":200,\"maxPayload\":1000000}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?transport=polling", "?EIO=abc&transport=polling"})
  default void aPollOfAnotherProtocolVersionIsRefused(String query) {
    assertThat(target().unhurried().get(query).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?EIO=4", "?EIO=4&transport=abc"})
  default void aPollOfAnUnknownTransportIsRefused(String query) {
    assertThat(target().unhurried().get(query).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT"})
  default void onlyGetOpensASession(String method) {
    HttpExchange exchange = target().unhurried().send(method, "?EIO=4&transport=polling", "");
    assertThat(exchange.answer().status()).isEqualTo(400);
  }

  @Test
  default void aWebSocketOpensASession() {
    WebSocketPeer peer = WebSocketPeer.connect(target().asListed(), "?EIO=4&transport=websocket");
    assertThat(peer.receiveText())
        .matches(
            "0\\{\"sid\":\"[^\"]+\",\"upgrades\":\\[],\"pingInterval\":300,"
                + "\"pingTimeout\":200,\"maxPayload\":1000000}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?transport=websocket", "?EIO=abc&transport=websocket"})
  default void aWebSocketOfAnotherProtocolVersionIsClosed(String query) {
    WebSocketPeer.connect(target().unhurried(), query).awaitClose();
  }

  @ParameterizedTest
  @ValueSource(strings = {"?EIO=4", "?EIO=4&transport=abc"})
  default void aWebSocketOfAnUnknownTransportIsClosed(String query) {
    WebSocketPeer.connect(target().unhurried(), query).awaitClose();
  }
}
