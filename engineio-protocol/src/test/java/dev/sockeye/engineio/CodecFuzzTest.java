// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/**
 * Replays the inputs kept as resources; with the environment variable {@code JAZZER_FUZZ=1} it
 * looks for new ones. Whatever comes in is refused with a {@link PacketFormatException}, or it
 * survives a round trip.
 */
class CodecFuzzTest {
  private static final int MAX_PACKETS = 1000;

  @FuzzTest
  void textOfRevision4(byte[] body) {
    roundTrip(ProtocolVersion.V4, RawData.text(body, 0, body.length));
  }

  @FuzzTest
  void textOfRevision3(byte[] body) {
    roundTrip(ProtocolVersion.V3, RawData.text(body, 0, body.length));
  }

  @FuzzTest
  void binaryOfRevision3(byte[] body) {
    roundTrip(ProtocolVersion.V3, RawData.binary(body));
  }

  @FuzzTest
  void handshake(byte[] json) {
    Handshake handshake;
    try {
      handshake = Handshake.parse(RawData.text(json, 0, json.length));
    } catch (PacketFormatException refused) {
      return;
    }
    assertThat(Handshake.parse(handshake.toJson()).sid()).isEqualTo(handshake.sid());
  }

  private static void roundTrip(ProtocolVersion version, RawData body) {
    PayloadCodec codec = PayloadCodec.of(version);
    List<Packet> packets;
    try {
      packets = Payloads.decode(codec, body, MAX_PACKETS);
    } catch (PacketFormatException refused) {
      return;
    }
    assertThat(packets).hasSizeLessThanOrEqualTo(MAX_PACKETS);
    if (!packets.isEmpty()) {
      boolean base64 = !body.isBinary();
      assertThat(Payloads.decode(codec, codec.encode(packets, base64), MAX_PACKETS))
          .isEqualTo(packets);
    }
  }
}
