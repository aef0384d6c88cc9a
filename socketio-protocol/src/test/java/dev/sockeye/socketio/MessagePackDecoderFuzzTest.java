// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sockeye.socketio.spi.Parser;

/**
 * Replays the inputs under {@code resources}, and looks for new ones where {@code JAZZER_FUZZ=1} is
 * set.
 */
class MessagePackDecoderFuzzTest {
  private final Parser parser = MessagePackParser.of(new TinyCodec());

  @FuzzTest(maxDuration = "1m")
  void anyBytesAreAPacketOrRefused(byte[] bytes) {
    try {
      DecodedPacket packet = parser.newDecoder().addBinary(bytes, 0, bytes.length);
      assertThat(packet).isNotNull();
      assertThat(packet.namespace()).startsWith("/");
      assertThat(packet.args().toList()).hasSize(packet.args().size());
      assertThat(packet.args().toString()).startsWith("[").endsWith("]");
    } catch (ParseException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }
}
