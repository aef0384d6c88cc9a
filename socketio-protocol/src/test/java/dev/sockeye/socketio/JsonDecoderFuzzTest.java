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
class JsonDecoderFuzzTest {
  private final Parser parser = JsonParser.of(new TinyCodec());

  @FuzzTest(maxDuration = "1m")
  void anyTextIsAPacketOrRefused(byte[] text) {
    try {
      DecodedPacket packet = parser.newDecoder().addText(text, 0, text.length);
      if (packet != null) {
        assertThat(packet.namespace()).startsWith("/");
        assertThat(packet.args().toList()).hasSize(packet.args().size());
      }
    } catch (ParseException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }
}
