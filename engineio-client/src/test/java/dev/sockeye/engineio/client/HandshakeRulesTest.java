// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.client.spi.Route;
import dev.sockeye.engineio.client.spi.WebSocketCall;
import dev.sockeye.engineio.client.spi.WebSocketTerms;
import dev.sockeye.websocket.DeflateTerms;
import dev.sockeye.websocket.WebSocketException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeRulesTest {
  /** The example of RFC 6455, section 1.3. */
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private static final WebSocketCall CALL =
      new WebSocketCall(
          new Route("localhost", 80, null, null, null, Duration.ofSeconds(1)),
          "/",
          Headers.create(),
          List.of("chat"),
          new WebSocketTerms(1000, true, 512));

  private static Headers answer() {
    return Headers.of("Upgrade", "WebSocket")
        .add("Connection", "keep-alive, Upgrade")
        .add("Sec-WebSocket-Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  }

  private static DeflateTerms agreed(String extension) throws WebSocketException {
    return HandshakeRules.check(CALL, KEY, answer().add("Sec-WebSocket-Extensions", extension));
  }

  @Test
  void theAnswerOfTheSpecificationIsTaken() throws WebSocketException {
    assertThat(HandshakeRules.check(CALL, KEY, answer())).isNull();
  }

  @Test
  void compressionIsOfferedWithoutMemory() {
    assertThat(HandshakeRules.request(CALL, KEY).first("Sec-WebSocket-Extensions"))
        .contains("permessage-deflate; server_no_context_takeover; client_no_context_takeover");
  }

  @ParameterizedTest
  @CsvSource({"Upgrade, h2c", "Connection, close", "Sec-WebSocket-Accept, AAAA"})
  void anAnswerToAnotherQuestionIsNone(String name, String value) {
    assertThatThrownBy(() -> HandshakeRules.check(CALL, KEY, answer().set(name, value)))
        .isInstanceOf(WebSocketException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "permessage-deflate; server_no_context_takeover",
        "permessage-deflate;server_no_context_takeover;client_no_context_takeover",
        "Permessage-Deflate; server_no_context_takeover; server_max_window_bits=10",
        "permessage-deflate; server_max_window_bits = \"8\"; server_no_context_takeover",
      })
  void whatWasOfferedMayBeAgreedOn(String extension) throws WebSocketException {
    assertThat(agreed(extension)).isEqualTo(new DeflateTerms(512, 1, false, false, 0));
  }

  @Test
  void aServerThatRemembersIsRememberedWith() throws WebSocketException {
    assertThat(agreed("permessage-deflate").receiveTakeover()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-webkit-deflate-frame",
        "permessage-deflate, permessage-deflate",
        "permessage-deflate; client_max_window_bits=10",
        "permessage-deflate; server_max_window_bits=7",
        "permessage-deflate; server_max_window_bits",
        "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
      })
  void whatWasNotOfferedCanNotBeAgreedOn(String extension) {
    assertThatThrownBy(() -> agreed(extension)).hasMessageContaining("not offered");
  }

  @Test
  void keysAreSixteenBytesAndDiffer() {
    assertThat(HandshakeRules.newKey()).hasSize(24).isNotEqualTo(HandshakeRules.newKey());
  }
}
