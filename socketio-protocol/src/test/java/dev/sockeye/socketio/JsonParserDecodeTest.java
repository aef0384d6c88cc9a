// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.spi.Parser;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserDecodeTest {
  private final JsonParser parser = JsonParser.of(new TinyCodec());

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "0 CONNECT / -1 []",
        "0/ CONNECT / -1 []",
        "0/, CONNECT / -1 []",
        "0/custom CONNECT /custom -1 []",
        "0/custom, CONNECT /custom -1 []",
        "0/custom,{\"a\":1} CONNECT /custom -1 [{\"a\":1}]",
        "0/?a=1, CONNECT /?a=1 -1 []",
        "0{\"token\":\"123\"} CONNECT / -1 [{\"token\":\"123\"}]",
        "1 DISCONNECT / -1 []",
        "1/custom DISCONNECT /custom -1 []",
        "1/custom, DISCONNECT /custom -1 []",
        "3[] ACK / -1 []",
        "30[] ACK / 0 []",
        "3/admin,456[true,null] ACK /admin 456 [true,null]",
        "4\"no\" CONNECT_ERROR / -1 [\"no\"]",
        "4/a,{\"message\":\"no\"} CONNECT_ERROR /a -1 [{\"message\":\"no\"}]",
      })
  void aPacketWithoutAnEventIsRead(
      String text, PacketType type, String namespace, long id, String args) {
    DecodedPacket packet = decode(text);
    assertThat(packet.type()).isEqualTo(type);
    assertThat(packet.namespace()).isEqualTo(namespace);
    assertThat(packet.id()).isEqualTo(id);
    assertThat(packet.event()).isNull();
    assertThat(packet.args()).hasToString(args);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "2[\"hello\"] / -1 hello []",
        "2[\"hello\",1,\"2\",{\"3\":[true]}] / -1 hello [1,\"2\",{\"3\":[true]}]",
        "2456[\"e\",1] / 456 e [1]",
        "2007[\"e\"] / 7 e []",
        "20[\"e\"] / 0 e []",
        "29223372036854775807[\"e\"] / 9223372036854775807 e []",
        "2/admin,13[\"e\",1] /admin 13 e [1]",
        "2/a/5-b,[\"e\"] /a/5-b -1 e []",
        "2/straße,[\"e\"] /straße -1 e []",
        "2[\"\"] / -1 `` []",
        "2[\"a\\\"b\\u0041\\n\",1] / -1 `a\"bA\n` [1]",
        "2[\"é😀\"] / -1 é😀 []",
        "2[\"connection\"] / -1 connection []",
        "2[\"error\"] / -1 error []",
        "2[7,1] / -1 7 [1]",
        "2[-0] / -1 0 []",
        "2[1e2] / -1 100 []",
        "2[1.5] / -1 1.5 []",
      })
  void anEventIsRead(String text, String namespace, long id, String event, String args) {
    DecodedPacket packet = decode(text);
    assertThat(packet.type()).isEqualTo(PacketType.EVENT);
    assertThat(packet.namespace()).isEqualTo(namespace);
    assertThat(packet.id()).isEqualTo(id);
    assertThat(packet.event()).isEqualTo(event);
    assertThat(packet.args()).hasToString(args);
  }

  @Test
  void whiteSpaceAroundValuesIsNotPartOfThem() {
    Args args = decode("2 [ \"e\" ,\t1\r, [ 2 ] ]\n").args();
    assertThat(args.size()).isEqualTo(2);
    assertThat(args.get(0)).isEqualTo("1");
    assertThat(args.get(1)).isEqualTo("[ 2 ]");
  }

  @Test
  void aPacketMayLieAnywhereInAnArray() {
    byte[] text = "xx2[\"e\",1]yy".getBytes(UTF_8);
    DecodedPacket packet = parser.newDecoder().addText(text, 2, text.length - 4);
    assertThat(Objects.requireNonNull(packet).args()).hasToString("[1]");
  }

  @Test
  void manyArgumentsAreAllKept() {
    DecodedPacket packet = decode("2[\"e\"" + ",7".repeat(1000) + "]");
    assertThat(packet.args().size()).isEqualTo(1000);
    assertThat(packet.args().get(999)).isEqualTo("7");
  }

  @Test
  void theNameOfAnEventIsMadeOnce() {
    assertThat(decode("2[\"chat message\"]").event())
        .isSameAs(decode("2/x,[\"chat message\",1]").event());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 500})
  void nestingUpToTheLimitIsRead(int limit) {
    String deep = "3" + "[".repeat(limit) + "]".repeat(limit);
    DecodedPacket packet = decode(parser.maxNesting(limit), deep);
    assertThat(packet.type()).isEqualTo(PacketType.ACK);
  }

  private DecodedPacket decode(String text) {
    return decode(parser, text);
  }

  private static DecodedPacket decode(Parser parser, String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return Objects.requireNonNull(parser.newDecoder().addText(utf8, 0, utf8.length));
  }
}
