// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static dev.sockeye.engineio.Wire.bytes;
import static dev.sockeye.engineio.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketCodecTest {
  private final PacketCodec v3 = PacketCodec.of(ProtocolVersion.V3);
  private final PacketCodec v4 = PacketCodec.of(ProtocolVersion.V4);
  private final Packet blob = Packet.message(bytes("01 02 03 04"));

  @ParameterizedTest
  @CsvSource({"OPEN,0", "CLOSE,1", "PING,2", "PONG,3", "MESSAGE,4", "UPGRADE,5", "NOOP,6"})
  void aPacketWithoutDataIsTheDigitOfItsType(PacketType type, String wire) {
    assertThat(v4.encode(Packet.of(type), false)).isEqualTo(text(wire));
    assertThat(v4.decode(text(wire))).isEqualTo(Packet.of(type));
  }

  @ParameterizedTest
  @EnumSource
  void aTextIsTheDigitAndTheData(ProtocolVersion version) {
    PacketCodec codec = PacketCodec.of(version);
    assertThat(codec.encode(Packet.of(PacketType.PING, "probe"), false)).isEqualTo(text("2probe"));
    assertThat(codec.decode(text("2probe"))).isEqualTo(Packet.of(PacketType.PING, "probe"));
  }

  @Test
  void aTextKeepsEveryCharacter() {
    Packet packet = Packet.of(PacketType.MESSAGE, "é€😀");
    assertThat(v4.encode(packet, true)).isEqualTo(text("4é€😀"));
    assertThat(v4.decode(text("4é€😀"))).isEqualTo(packet);
  }

  @Test
  void aDecodedTextSharesTheArrayOfItsMessage() {
    RawData message = text("4hello");
    assertThat(v4.decode(message).data().array()).isSameAs(message.array());
  }

  @Test
  void aBlobIsTheWholeFrameInRevision4() {
    assertThat(v4.encode(blob, false)).isSameAs(blob.data());
    assertThat(v4.decode(bytes("01 02 03 04"))).isEqualTo(blob);
  }

  @Test
  void aBlobFollowsItsTypeAsANumberInRevision3() {
    assertThat(v3.encode(blob, false)).isEqualTo(bytes("04 01 02 03 04"));
    assertThat(v3.decode(bytes("04 01 02 03 04"))).isEqualTo(blob);
  }

  @Test
  void aBlobIsBase64WhereOnlyTextPasses() {
    assertThat(v4.encode(blob, true)).isEqualTo(text("bAQIDBA=="));
    assertThat(v3.encode(blob, true)).isEqualTo(text("b4AQIDBA=="));
    assertThat(v4.decode(text("bAQIDBA=="))).isEqualTo(blob);
    assertThat(v3.decode(text("b4AQIDBA=="))).isEqualTo(blob);
  }

  @Test
  void anEmptyBlobIsAMessage() {
    assertThat(v4.decode(bytes(""))).isEqualTo(Packet.message(bytes("")));
    assertThat(v4.decode(text("b"))).isEqualTo(Packet.message(bytes("")));
    assertThat(v3.decode(bytes("04"))).isEqualTo(Packet.message(bytes("")));
    assertThat(v3.decode(text("b4"))).isEqualTo(Packet.message(bytes("")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "abc", "/4", ":4", " 4", "é", "B4AA="})
  void aTextThatDoesNotStartWithATypeIsRefused(String wire) {
    assertThatThrownBy(() -> v4.decode(text(wire))).isInstanceOf(PacketFormatException.class);
    assertThatThrownBy(() -> v3.decode(text(wire))).isInstanceOf(PacketFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"b", "bAQIDBA==", "b2AQIDBA=="})
  void aBase64PacketOfRevision3HasToBeAMessage(String wire) {
    assertThatThrownBy(() -> v3.decode(text(wire)))
        .isInstanceOf(PacketFormatException.class)
        .hasMessageContaining("'b4'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "02 70", "07", "34 01", "ff"})
  void aBinaryFrameOfRevision3HasToBeAMessage(String wire) {
    assertThatThrownBy(() -> v3.decode(bytes(wire))).isInstanceOf(PacketFormatException.class);
  }

  @Test
  void onlyAMessageCanBeBinary() {
    assertThatThrownBy(() -> new Packet(PacketType.PING, bytes("01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PING");
  }
}
