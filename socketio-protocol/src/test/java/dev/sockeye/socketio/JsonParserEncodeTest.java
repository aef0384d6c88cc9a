// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.spi.EncodedPacket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonParserEncodeTest {
  private final JsonParser parser = JsonParser.of(new TinyCodec());

  @Test
  void aConnectHasAPayloadOrNone() {
    assertThat(text(Packet.connect("/", null))).isEqualTo("0");
    assertThat(text(Packet.connect("/", Map.of("sid", "x")))).isEqualTo("0{\"sid\":\"x\"}");
  }

  @Test
  void onlyTheMainNamespaceIsOmitted() {
    assertThat(text(Packet.connect("/admin", null))).isEqualTo("0/admin,");
    assertThat(text(Packet.disconnect("/"))).isEqualTo("1");
    assertThat(text(Packet.disconnect("/straße"))).isEqualTo("1/straße,");
  }

  @Test
  void anEventIsAnArrayThatBeginsWithItsName() {
    assertThat(text(Packet.event("/", Packet.NO_ID, Arrays.asList("hello", 1, null))))
        .isEqualTo("2[\"hello\",1,null]");
  }

  @Test
  void theAckNumberStandsBeforeTheJson() {
    assertThat(text(Packet.event("/admin", 13, List.of("project:delete", 123))))
        .isEqualTo("2/admin,13[\"project:delete\",123]");
    assertThat(text(Packet.event("/", 0, List.of("e")))).isEqualTo("20[\"e\"]");
    assertThat(text(Packet.ack("/", Long.MAX_VALUE, List.of())))
        .isEqualTo("39223372036854775807[]");
  }

  @Test
  void aConnectErrorIsAnObjectOrAString() {
    assertThat(text(Packet.connectError("/nope", Map.of("message", "Invalid namespace"))))
        .isEqualTo("4/nope,{\"message\":\"Invalid namespace\"}");
    assertThat(text(Packet.connectError("/", "no"))).isEqualTo("4\"no\"");
  }

  @Test
  void anEventWithAttachmentsIsABinaryEvent() {
    EncodedPacket packet =
        parser.encode(Packet.event("/a", 7, List.of("e", new byte[] {1}, List.of(new byte[] {2}))));
    assertThat(text(packet))
        .isEqualTo(
            "52-/a,7[\"e\",{\"_placeholder\":true,\"num\":0},[{\"_placeholder\":true,\"num\":1}]]");
    assertThat(packet.attachments())
        .containsExactly(ByteBuffer.wrap(new byte[] {1}), ByteBuffer.wrap(new byte[] {2}));
  }

  @Test
  void anAckWithAttachmentsIsABinaryAck() {
    assertThat(text(Packet.ack("/", 456, List.of(new byte[] {1}))))
        .isEqualTo("61-456[{\"_placeholder\":true,\"num\":0}]");
  }

  @Test
  void theFirstMessageFillsItsArray() {
    ByteBuffer first = parser.encode(Packet.disconnect("/")).first();
    assertThat(first.array()).containsExactly('1');
  }

  @Test
  void packetsOfAnySizeAreWhole() {
    for (int size : new int[] {0, 980, 1000, 65_000, 200_000}) {
      String big = "x".repeat(size);
      assertThat(text(Packet.event("/long/" + "n".repeat(1500), 1, List.of(big))))
          .isEqualTo("2/long/" + "n".repeat(1500) + ",1[\"" + big + "\"]");
    }
  }

  @Test
  void onlyEventsAndAcksMayBeBinary() {
    assertThatThrownBy(() -> parser.encode(Packet.connect("/", Map.of("a", new byte[1]))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the payload of CONNECT can't be binary");
  }

  @Test
  void anArgumentThatCannotBeEncodedIsNamed() {
    Packet packet = Packet.event("/", 0, List.of("e", 1, new Thread()));
    assertThatThrownBy(() -> parser.encode(packet))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value 2 of 3 can't be sent as JSON: threads are no JSON");
  }

  @Test
  void aFailureLeavesNothingBehindForTheNextPacket() {
    assertThatThrownBy(() -> parser.encode(Packet.event("/", 0, List.of("e", new Thread()))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(text(Packet.event("/", 0, List.of("e")))).isEqualTo("20[\"e\"]");
  }

  @Test
  void withoutACodecTheErrorNamesTheArtifacts() {
    assertThatThrownBy(JsonParser::create)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("dev.sockeye:sockeye-jackson ")
        .hasMessageContaining("dev.sockeye:sockeye-jackson2 ");
  }

  @Test
  void limitsAreChecked() {
    assertThatThrownBy(() -> parser.maxAttachments(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> parser.maxNesting(1001)).hasMessageContaining("1001");
  }

  private String text(Packet packet) {
    return text(parser.encode(packet));
  }

  private static String text(EncodedPacket packet) {
    return UTF_8.decode(packet.first().duplicate()).toString();
  }
}
