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

/** The wire strings were produced with npm engine.io-parser 2. */
class PayloadCodecV3Test {
  private final PayloadCodec codec = PayloadCodec.of(ProtocolVersion.V3);
  private final Packet hello = Packet.of(MESSAGE, "hello");
  private final Packet blob = Packet.message(bytes("01 02 03 04"));

  private RawData encode(Packet... packets) {
    return codec.encode(List.of(packets), false);
  }

  private List<Packet> decode(RawData body) {
    return Payloads.decode(codec, body, 10);
  }

  @Test
  void aTextPacketFollowsItsLength() {
    assertThat(encode(hello)).isEqualTo(text("6:4hello"));
    assertThat(decode(text("6:4hello"))).containsExactly(hello);
  }

  @Test
  void severalPacketsFollowEachOther() {
    Packet[] packets = Stream.of(PacketType.values()).map(Packet::of).toArray(Packet[]::new);
    assertThat(encode(packets)).isEqualTo(text("1:01:11:21:31:41:51:6"));
    assertThat(decode(text("1:01:11:21:31:41:51:6"))).containsExactly(packets);
  }

  @Test
  void aLengthCountsUtf16CodeUnits() {
    Packet[] packets = {Packet.of(MESSAGE, "é€😀"), Packet.of(MESSAGE, "a")};
    assertThat(encode(packets)).isEqualTo(text("5:4é€😀2:4a"));
    assertThat(decode(text("5:4é€😀2:4a"))).containsExactly(packets);
  }

  @Test
  void aLengthMayHaveSeveralDigits() {
    Packet packet = Packet.of(MESSAGE, "x".repeat(99));
    assertThat(encode(packet)).isEqualTo(text("100:4" + "x".repeat(99)));
    assertThat(decode(text("100:4" + "x".repeat(99)))).containsExactly(packet);
  }

  @Test
  void aBlobIsBase64WhereOnlyTextPasses() {
    assertThat(codec.encode(List.of(hello, blob), true)).isEqualTo(text("6:4hello10:b4AQIDBA=="));
    assertThat(decode(text("6:4hello10:b4AQIDBA=="))).containsExactly(hello, blob);
  }

  @Test
  void oneBlobMakesTheWholePayloadBinary() {
    RawData wire = bytes("00 06 ff 34 68 65 6c 6c 6f 01 05 ff 04 01 02 03 04");
    assertThat(encode(hello, blob)).isEqualTo(wire);
    assertThat(decode(wire)).containsExactly(hello, blob);
  }

  @Test
  void aLengthCountsBytesInABinaryPayload() {
    Packet[] packets = {Packet.of(MESSAGE, "é€😀"), Packet.message(bytes("ff 00"))};
    RawData wire = bytes("00 01 00 ff 34 c3a9 e282ac f09f9880 01 03 ff 04 ff 00");
    assertThat(encode(packets)).isEqualTo(wire);
    assertThat(decode(wire)).containsExactly(packets);
  }

  @Test
  void aPayloadIsWrittenIntoAnArrayOfItsExactSize() {
    RawData textBody = codec.encode(List.of(hello, blob), true);
    RawData binaryBody = encode(hello, blob);
    assertThat(textBody.array()).hasSize(textBody.length());
    assertThat(binaryBody.array()).hasSize(binaryBody.length());
  }

  @Test
  void decodedTextsAndBlobsShareTheArrayOfTheirBody() {
    RawData body = bytes("00 02 ff 34 61 01 02 ff 04 01");
    assertThat(decode(body))
        .allSatisfy(packet -> assertThat(packet.data().array()).isSameAs(body.array()));
  }

  @Test
  void aLengthOfZeroStandsForNoPacket() {
    assertThat(decode(text("0:"))).isEmpty();
    assertThat(decode(text("0:1:2"))).containsExactly(Packet.of(PacketType.PING));
  }

  @Test
  void aLengthMayHaveLeadingZeros() {
    assertThat(decode(text("06:4hello"))).containsExactly(hello);
    assertThat(decode(text("0".repeat(400) + "1:2"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc", "4hello", "6", ":", ":4", "-1:4", "+1:4", " 1:4", "1e0:4", "1.0:4"})
  void aLengthIsDecimalDigitsAndAColon(String wire) {
    assertThatThrownBy(() -> decode(text(wire))).isInstanceOf(PacketFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7:4hello", "5:4hello", "6:4hello6", "6:4hello:", "2147483648:4", "4294967297:4"})
  void aLengthThatDoesNotFitTheBytesIsRefused(String wire) {
    assertThatThrownBy(() -> decode(text(wire))).isInstanceOf(PacketFormatException.class);
  }

  @Test
  void aLengthWithEndlessDigitsIsRefused() {
    assertThatThrownBy(() -> decode(text("9".repeat(100_000) + ":4")))
        .isInstanceOf(PacketFormatException.class);
  }

  @ParameterizedTest
  @CsvSource({"2:4😀", "4:4😀"})
  void aLengthThatSplitsASurrogatePairIsRefused(String wire) {
    assertThatThrownBy(() -> decode(text(wire))).isInstanceOf(PacketFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1:7", "1:b", "2:b5", "1:41:x"})
  void aPacketWithoutAKnownTypeIsRefused(String wire) {
    assertThatThrownBy(() -> decode(text(wire))).isInstanceOf(PacketFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00", // no length
        "00 ff 34", // no digit
        "00 01 34", // no end of the length
        "00 02 ff 34", // longer than the payload
        "00 0a ff 34", // ten is not a digit
        "00 09 09 09 09 09 09 09 09 09 09 09 09 ff 34", // overflows an int
        "02 01 ff 34", // neither text nor blob
        "00 00 ff", // a text without a type
        "01 00 ff", // a blob without a type
        "01 01 ff 02", // a blob that is a ping
        "00 01 ff 37" // an unknown type
      })
  void aMalformedBinaryPayloadIsRefused(String wire) {
    assertThatThrownBy(() -> decode(bytes(wire))).isInstanceOf(PacketFormatException.class);
  }

  @Test
  void asManyPacketsAsTheLimitPassAndOneMoreIsRefused() {
    assertThat(Payloads.decode(codec, text("1:21:3"), 2)).hasSize(2);
    assertThatThrownBy(() -> Payloads.decode(codec, text("1:21:31:4"), 2))
        .isInstanceOf(PacketFormatException.class);
    assertThatThrownBy(() -> Payloads.decode(codec, bytes("00 01 ff 34 00 01 ff 34"), 1))
        .isInstanceOf(PacketFormatException.class);
  }

  @Test
  void nothingIsNotAPayload() {
    assertThatThrownBy(this::encode).isInstanceOf(IllegalArgumentException.class);
  }
}
