// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static dev.sockeye.engineio.PacketType.MESSAGE;
import static dev.sockeye.engineio.Wire.bytes;
import static dev.sockeye.engineio.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire strings were produced with npm engine.io-parser 5. */
class PayloadCodecV4Test {
  private final PayloadCodec codec = PayloadCodec.of(ProtocolVersion.V4);

  private RawData encode(Packet... packets) {
    return codec.encode(List.of(packets), false);
  }

  private List<Packet> decode(String wire) {
    return Payloads.decode(codec, text(wire), 10);
  }

  @Test
  void oneTextPacketStandsAlone() {
    assertThat(encode(Packet.of(MESSAGE, "hello"))).isEqualTo(text("4hello"));
    assertThat(decode("4hello")).containsExactly(Packet.of(MESSAGE, "hello"));
  }

  @Test
  void severalPacketsAreSeparatedByARecordSeparator() {
    Packet[] packets = Stream.of(PacketType.values()).map(Packet::of).toArray(Packet[]::new);
    String wire = "0\u001e1\u001e2\u001e3\u001e4\u001e5\u001e6";
    assertThat(encode(packets)).isEqualTo(text(wire));
    assertThat(decode(wire)).containsExactly(packets);
  }

  @Test
  void aBlobIsBase64BetweenTexts() {
    Packet[] packets = {Packet.of(MESSAGE, "hello"), Packet.message(bytes("01 02 03 04"))};
    assertThat(encode(packets)).isEqualTo(text("4hello\u001ebAQIDBA=="));
    assertThat(decode("4hello\u001ebAQIDBA==")).containsExactly(packets);
  }

  @Test
  void charactersOfAnyWidthPass() {
    Packet[] packets = {Packet.of(MESSAGE, "é€😀"), Packet.message(bytes("ff 00"))};
    assertThat(encode(packets)).isEqualTo(text("4é€😀\u001eb/wA="));
    assertThat(decode("4é€😀\u001eb/wA=")).containsExactly(packets);
  }

  @Test
  void aPayloadIsWrittenIntoAnArrayOfItsExactSize() {
    RawData body = encode(Packet.message(bytes("01 02 03 04")), Packet.of(MESSAGE, "é"));
    assertThat(body.array()).hasSize(body.length());
  }

  @Test
  void aDecodedTextSharesTheArrayOfItsBody() {
    RawData body = text("4a\u001e4b");
    assertThat(Payloads.decode(codec, body, 2))
        .allSatisfy(packet -> assertThat(packet.data().array()).isSameAs(body.array()));
  }

  @ParameterizedTest
  @CsvSource({
    "b,''",
    "bAA==,00",
    "bAAE=,00 01",
    "bAAEC,00 01 02",
    "b//79/A==,ff fe fd fc",
    "bBwcHBwcHBwcH,07 07 07 07 07 07 07 07 07"
  })
  void base64IsTheStandardAlphabetWithPadding(String wire, String blob) {
    assertThat(encode(Packet.message(bytes(blob)))).isEqualTo(text(wire));
    assertThat(decode(wire)).containsExactly(Packet.message(bytes(blob)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'bAQID\nBA==\n' | 01 02 03 04",
        "'bAQI\r\nDBA\n==' | 01 02 03 04",
        "'bAQIDBA' | 01 02 03 04",
        "'bAQIDBA====' | 01 02 03 04",
        "'bAQéID' | 01 02 03",
        "'bAQ*ID*BA==' | 01 02 03 04",
        "'b-_-_' | fb ff bf",
        "'bAQIDB' | 01 02 03",
        "'bA' | ''",
        "'b=bad' | ''",
        "'bAQ==AQ==' | 01",
        "'bAQIDBAUG=BwgJ' | 01 02 03 04 05 06"
      })
  void base64IsReadAsLenientlyAsNodeReadsIt(String wire, String blob) {
    assertThat(decode(wire)).containsExactly(Packet.message(bytes(blob)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc", "7", "4\u001e", "\u001e4", "4\u001e\u001e4", "\u001e", "4a\u001ex"})
  void aPacketWithoutAKnownTypeIsRefused(String wire) {
    assertThatThrownBy(() -> decode(wire)).isInstanceOf(PacketFormatException.class);
  }

  @Test
  void asManyPacketsAsTheLimitPassAndOneMoreIsRefused() {
    assertThat(Payloads.decode(codec, text("2\u001e3"), 2)).hasSize(2);
    assertThatThrownBy(() -> Payloads.decode(codec, text("2\u001e3\u001e4"), 2))
        .isInstanceOf(PacketFormatException.class)
        .hasMessage("payload of more than 2 packets");
  }

  @Test
  void aBinaryBodyIsRefused() {
    assertThatThrownBy(() -> Payloads.decode(codec, bytes("34"), 1))
        .isInstanceOf(PacketFormatException.class);
  }

  @Test
  void nothingIsNotAPayload() {
    assertThatThrownBy(this::encode).isInstanceOf(IllegalArgumentException.class);
  }
}
