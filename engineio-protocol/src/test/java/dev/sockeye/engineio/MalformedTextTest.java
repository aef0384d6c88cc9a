// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static dev.sockeye.engineio.Wire.framed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are not UTF-8 must not travel on to other peers, whose WebSockets would fail. */
class MalformedTextTest {
  private final PayloadCodec v3 = PayloadCodec.of(ProtocolVersion.V3);
  private final PayloadCodec v4 = PayloadCodec.of(ProtocolVersion.V4);

  private static RawData textOf(String hex) {
    return framed(HexFormat.of().parseHex(hex.replace(" ", "")), false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "34 80", // a continuation without its start
        "34 c0 80", // two bytes for a character of one
        "34 c3", // cut off
        "34 c3 28",
        "34 e0 80 80", // overlong
        "34 ed a0 80", // half a surrogate pair
        "34 e2 82",
        "34 f0 80 80 80", // overlong
        "34 f4 90 80 80", // beyond U+10FFFF
        "34 f0 9f 98",
        "34 f5 80 80 80",
        "34 ff"
      })
  void malformedUtf8BecomesTheReplacementCharacter(String hex) {
    RawData data = Payloads.decode(v4, textOf(hex), 1).get(0).data();
    assertThat(data.text()).contains("\ufffd");
    assertThat(RawData.text(data.text())).isEqualTo(data);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7f", "c280", "dfbf", "e0a080", "ed9fbf", "ee8080", "f0908080", "f48fbfbf"})
  void theEdgesOfEachWidthPassUncopied(String hex) {
    RawData body = textOf("34" + hex);
    assertThat(Payloads.decode(v4, body, 1).get(0).data().array()).isSameAs(body.array());
  }

  @Test
  void aLengthOfRevision3CountsTheReplacementCharacter() {
    assertThat(Payloads.decode(v3, textOf("32 3a 34 ff 31 3a 32"), 2))
        .containsExactly(Packet.of(PacketType.MESSAGE, "\ufffd"), Packet.of(PacketType.PING));
  }

  @Test
  void aTextInABinaryPayloadIsRepairedToo() {
    RawData body = framed(HexFormat.of().parseHex("0002ff34ff"), true);
    assertThat(Payloads.decode(v3, body, 1))
        .containsExactly(Packet.of(PacketType.MESSAGE, "\ufffd"));
  }
}
