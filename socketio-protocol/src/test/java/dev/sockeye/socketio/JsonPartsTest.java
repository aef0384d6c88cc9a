// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** JSON taken apart without decoding it, and MessagePack that becomes JSON. */
class JsonPartsTest {
  @Test
  void membersAreSlices() {
    assertThat(Json.of(" { \"a\" : [1, 2] , \"b\\u0063\" : \"x\" } ").members())
        .isEqualTo(Map.of("a", Json.of("[1, 2]"), "bc", Json.of("\"x\"")));
  }

  @Test
  void elementsAreSlices() {
    assertThat(Json.of("[1, {\"a\": [2]}, \"x,y\"]").elements())
        .containsExactly(Json.of("1"), Json.of("{\"a\": [2]}"), Json.of("\"x,y\""));
  }

  @Test
  void theLastOfTwoMembersCounts() {
    assertThat(Json.of("{\"a\":1,\"a\":2}").members()).containsEntry("a", Json.of("2"));
  }

  @Test
  void aStringHasItsText() {
    assertThat(Json.of("\"a\\n\\u00e9\"").string()).contains("a\n\u00e9");
    assertThat(Json.of("1").string()).isEmpty();
  }

  @Test
  void whatHasNoPartsHasNone() {
    assertThat(Json.of("{}").members()).isEmpty();
    assertThat(Json.of("[]").elements()).isEmpty();
    assertThat(Json.of("1").members()).isEmpty();
    assertThat(Json.of("1").elements()).isEmpty();
  }

  @Test
  void timestampsOfMessagePackAreDates() {
    MessagePackCodec codec = MessagePackCodec.of(new TinyCodec());
    assertThat(codec.decode(HexFormat.of().parseHex("d7ff1d5353006553f100")))
        .hasToString("\"2023-11-14T22:13:20.123Z\"");
    assertThat(codec.decode(HexFormat.of().parseHex("d6ff6553f100")))
        .hasToString("\"2023-11-14T22:13:20.000Z\"");
  }

  @Test
  void blobsOfMessagePackAreAttachments() {
    Json json =
        MessagePackCodec.of(new TinyCodec()).decode(HexFormat.of().parseHex("91c403010203"));
    assertThat(json).hasToString("[{\"_placeholder\":true,\"num\":0}]");
    assertThat(json.elements().get(0).attachments()).hasSize(1);
  }
}
