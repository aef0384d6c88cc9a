// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.spi.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserErrorTest {
  private final JsonParser parser = JsonParser.of(new TinyCodec());

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "9[]", "a", "abc", "-1", "\u0000", "é", "[\"e\"]"})
  void anUnknownTypeIsRefused(String text) {
    assertRefused(text, "unknown packet type ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0[]", "0null", "0\"x\"", "0{", "0{}x", "01x", "1{}", "1[]", "1/a,x", "10null"})
  void aWrongConnectOrDisconnectIsRefused(String text) {
    assertRefused(text, "invalid payload");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "4[]", "4null", "41", "4/a", "4x"})
  void aWrongConnectErrorIsRefused(String text) {
    assertRefused(text, "invalid payload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2",
        "2[]",
        "2{}",
        "2\"a\"",
        "2null",
        "2[true]",
        "2[null]",
        "2[[\"a\"]]",
        "2[{}]",
        "2abc[\"a\"]",
        "2/a[\"x\"]",
        "2[\"a\"",
        "2[\"a\"]x",
        "2[\"a\",]",
        "2/a,"
      })
  void aWrongEventIsRefused(String text) {
    assertRefused(text, "invalid payload");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "31", "31{}", "31\"a\"", "31null", "3[", "3/a", "3-1[]"})
  void aWrongAckIsRefused(String text) {
    assertRefused(text, "invalid payload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connect",
        "connect_error",
        "disconnect",
        "disconnecting",
        "newListener",
        "removeListener",
        "\\u0063onnect"
      })
  void aReservedEventNameIsRefused(String name) {
    assertRefused("2[\"" + name + "\",1]", "invalid payload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "51",
        "5-",
        "5a-",
        "51.23-",
        "50-",
        "5-1-",
        "5 1-",
        "51",
        "51[\"a\"]",
        "51/a-",
        "6",
        "60-[]",
        "5000-[\"a\"]"
      })
  void aWrongNumberOfAttachmentsIsRefused(String text) {
    assertRefused(text, "Illegal attachments");
  }

  @ParameterizedTest
  @ValueSource(strings = {"511-[\"a\"]", "611-1[]", "599999999999999999999999-[\"a\"]"})
  void tooManyAttachmentsAreRefused(String text) {
    assertRefused(text, "too many attachments");
  }

  @Test
  void theLimitOnAttachmentsIsAnOption() {
    assertRefused(parser.maxAttachments(2), bytes("53-[\"a\"]"), "too many attachments");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"_placeholder\":true,\"num\":1}",
        "{\"_placeholder\":true,\"num\":-1}",
        "{\"_placeholder\":true,\"num\":0.0}",
        "{\"_placeholder\":true,\"num\":\"0\"}",
        "{\"_placeholder\":true,\"num\":99999999999999999999}",
        "{\"_placeholder\":true}",
        "{\"_placeholder\":true,\"num\":0,\"more\":1}",
        "{\"_placeholder\":false,\"_placeholder\":true}",
        "{\"\\u005fplaceholder\":true,\"num\":0}",
        "{\"a\":[[{\"num\":1,\"_placeholder\":true}]]}",
      })
  void aPlaceholderWithoutAnAttachmentIsRefused(String argument) {
    assertRefused("51-[\"a\"," + argument + "]", "illegal attachments");
  }

  @Test
  void anAckNumberTooLargeIsRefused() {
    assertRefused("29223372036854775808[\"a\"]", "invalid ack id");
    assertRefused("2" + "9".repeat(10_000) + "[\"a\"]", "invalid ack id");
  }

  @Test
  void nestingBeyondTheLimitIsRefused() {
    assertRefused("3" + "[".repeat(501) + "]".repeat(501), "invalid payload: nested deeper");
    assertRefused("3" + "[{\"a\":".repeat(500_000), "invalid payload: nested deeper");
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    assertRefused(parser, "2[\"\u00e9\"]".getBytes(ISO_8859_1), "invalid payload: not UTF-8");
    assertRefused(parser, "2/\u00e9,[\"a\"]".getBytes(ISO_8859_1), "invalid namespace: not UTF-8");
  }

  private void assertRefused(String text, String message) {
    assertRefused(parser, bytes(text), message);
  }

  private static void assertRefused(Parser parser, byte[] text, String message) {
    assertThatThrownBy(() -> parser.newDecoder().addText(text, 0, text.length))
        .isInstanceOf(ParseException.class)
        .hasMessageStartingWith(message);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
