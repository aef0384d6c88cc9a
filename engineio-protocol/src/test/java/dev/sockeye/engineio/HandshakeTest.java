// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static dev.sockeye.engineio.Wire.text;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
  private static final String JSON =
      "{\"sid\":\"lv_VI97HAXpY6yYWAAAC\",\"upgrades\":[\"websocket\",\"webtransport\"],"
          + "\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";

  private final Handshake handshake =
      new Handshake(
          "lv_VI97HAXpY6yYWAAAC",
          List.of("websocket", "webtransport"),
          ofSeconds(25),
          ofSeconds(20),
          1_000_000);

  private static Handshake withSid(String sid) {
    return new Handshake(sid, List.of(), ofMillis(300), ofMillis(200), 1);
  }

  @Test
  void theJsonIsCompactAndInTheOrderOfTheOriginal() {
    assertThat(handshake.toJson()).isEqualTo(text(JSON));
  }

  @Test
  void withoutUpgradesTheListIsEmpty() {
    assertThat(withSid("a").toJson())
        .hasToString(
            "{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":300,\"pingTimeout\":200,\"maxPayload\":1}");
  }

  @Test
  void aSidIsEscapedAsJsonStringifyDoes() {
    String sid = "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028é😀\ud800x\udc00";
    assertThat(withSid(sid).toJson().text())
        .startsWith(
            "{\"sid\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028é😀\\ud800x\\udc00\",");
  }

  @Test
  void whatIsWrittenCanBeRead() {
    assertThat(Handshake.parse(text(JSON))).isEqualTo(handshake);
    Handshake odd = withSid("\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028é😀\ud800x\udc00");
    assertThat(Handshake.parse(odd.toJson())).isEqualTo(odd);
  }

  @Test
  void unknownKeysWhiteSpaceAndOrderDoNotMatter() {
    assertThat(
            Handshake.parse(
                text(
                    " { \"x\" : [ ] , \"y\":{\"z\":[1,-2.5e+3,true,false,null,\"\\u00e9\"], \"w\":{}},"
                        + "\n\"maxPayload\":1,\t\"pingTimeout\":200,\"pingInterval\":3e2,\r"
                        + "\"upgrades\":[ ],\"sid\":\"\\u0061\"} ")))
        .isEqualTo(withSid("a"));
  }

  @Test
  void aMissingOrNullMaxPayloadMeansThatTheServerDoesNotSay() {
    String rest = "{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":1,\"pingTimeout\":1";
    assertThat(Handshake.parse(text(rest + "}")).maxPayload()).isZero();
    assertThat(Handshake.parse(text(rest + ",\"maxPayload\":null}")).maxPayload()).isZero();
  }

  @Test
  void aMaxPayloadBeyondAnIntIsTheLargestInt() {
    Handshake parsed = Handshake.parse(text(JSON.replace("1000000", "1e12")));
    assertThat(parsed.maxPayload()).isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}x",
        "{}\u0000",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":nul}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u00g0\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"",
        "{\"a\":[1 2]}",
        "{\"a\":[1}"
      })
  void whatIsNotAJsonObjectIsRefused(String json) {
    assertThatThrownBy(() -> Handshake.parse(text(json))).isInstanceOf(PacketFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"sid\":1",
        "\"upgrades\":{}",
        "\"upgrades\":[1]",
        "\"pingInterval\":\"1\"",
        "\"pingTimeout\":-1",
        "\"maxPayload\":-1",
        "\"maxPayload\":false"
      })
  void aKeyOfTheWrongTypeIsNamed(String member) {
    String key = member.substring(1, member.indexOf('"', 1));
    assertThatThrownBy(() -> Handshake.parse(text(JSON.replace("}", "," + member + "}"))))
        .isInstanceOf(PacketFormatException.class)
        .hasMessageContaining("'" + key + "'");
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackOverflows() {
    assertThatThrownBy(() -> Handshake.parse(text("{\"a\":" + "[".repeat(1_000_000))))
        .isInstanceOf(PacketFormatException.class)
        .hasMessageContaining("nested deeper than 16");
  }

  @Test
  void negativeValuesAreTheCallersFault() {
    assertThatThrownBy(() -> new Handshake("a", List.of(), ofMillis(-1), ofMillis(1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pingInterval is negative: PT-0.001S");
    assertThatThrownBy(() -> new Handshake("a", List.of(), ofMillis(1), ofMillis(1), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
