// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.JsonParser;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.Parser;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The literals are what npm's socket.io-parser 4.2.7 writes for the same values. */
class JsonParserWireTest {
  private final Parser parser = JsonParser.create();

  @Test
  void valuesOfEachKindAreWrittenAsByTheReference() {
    Map<String, Object> empty = Map.of();
    assertThat(
            texts(
                Packet.event(
                    "/",
                    Packet.NO_ID,
                    Arrays.asList(
                        "a",
                        1.5,
                        -0.25,
                        null,
                        true,
                        "é€😀",
                        "\n\t\"\\\u2028",
                        "\ud800",
                        List.of(),
                        empty))))
        .isEqualToIgnoringCase(
            "2[\"a\",1.5,-0.25,null,true,\"é€😀\",\"\\n\\t\\\"\\\\\u2028\",\"\\ud800\",[],{}]");
  }

  @Test
  void attachmentsAreNumberedDepthFirst() {
    Map<String, Object> nested = new LinkedHashMap<>();
    nested.put("a", List.of(new byte[] {1, 2}, Map.of("b", new byte[] {3})));
    assertThat(texts(Packet.event("/admin", 7, List.of("project:delete", nested))))
        .isEqualTo(
            "52-/admin,7[\"project:delete\",{\"a\":[{\"_placeholder\":true,\"num\":0},"
                + "{\"b\":{\"_placeholder\":true,\"num\":1}}]}] [1, 2] [3]");
  }

  @Test
  void aBinaryAckIsWrittenAsByTheReference() {
    assertThat(
            texts(Packet.ack("/", 9007199254740991L, List.of(new byte[0], ByteBuffer.allocate(1)))))
        .isEqualTo(
            "62-9007199254740991[{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]"
                + " [] [0]");
  }

  @Test
  void receivedArgumentsAreSentOnWithoutAChange() {
    DecodedPacket received = decode("2[\"e\",{ \"b\":1.50, \"a\":\"\\u00e9\" },[]]");
    assertThat(
            texts(
                Packet.event(
                    "/", Packet.NO_ID, List.of("f", received.args(), received.args().raw(0)))))
        .isEqualTo(
            "2[\"f\",[{ \"b\":1.50, \"a\":\"\\u00e9\" },[]],{ \"b\":1.50, \"a\":\"\\u00e9\" }]");
  }

  @Test
  void attachmentsOfReceivedArgumentsGetNewNumbers() {
    DecodedPacket received =
        decode(
            "52-[\"e\",{\"num\":1,\"_placeholder\":true},{\"x\":{\"_placeholder\":true,\"num\":0}}]",
            new byte[] {8},
            new byte[] {9});
    assertThat(
            texts(
                Packet.event(
                    "/", Packet.NO_ID, List.of("f", new byte[] {7}, received.args().raw(1)))))
        .isEqualTo(
            "52-[\"f\",{\"_placeholder\":true,\"num\":0},{\"x\":{\"_placeholder\":true,\"num\":1}}]"
                + " [7] [8]");
  }

  @Test
  void jsonWrittenElsewhereMayBeSentAtAnyDepth() {
    assertThat(texts(Packet.event("/", 1, List.of("e", Map.of("k", List.of(1, Json.of("[2]")))))))
        .isEqualTo("21[\"e\",{\"k\":[1,[2]]}]");
  }

  @Test
  void theConveniencesOfArgsDoNotCoerce() {
    DecodedPacket packet = decode("2[\"e\",5,\"5\",1.5,true,null,4294967296]");
    assertThat(packet.args().integer(0)).isEqualTo(5);
    assertThat(packet.args().string(1)).isEqualTo("5");
    assertThat(packet.args().number(2)).isEqualTo(1.5);
    assertThat(packet.args().number(0)).isEqualTo(5.0);
    assertThat(packet.args().bool(3)).isTrue();
    assertThat(packet.args().longInteger(5)).isEqualTo(4294967296L);
    assertThatThrownBy(() -> packet.args().string(0)).hasMessageContaining("it is 5: ");
    assertThatThrownBy(() -> packet.args().integer(2)).hasMessageContaining("it is 1.5: ");
    assertThatThrownBy(() -> packet.args().integer(5)).hasMessageContaining("it is 4294967296: ");
    assertThatThrownBy(() -> packet.args().bool(0)).hasMessageContaining("it is 5: ");
    assertThatThrownBy(() -> packet.args().string(4)).hasMessageContaining("it is null");
    assertThatThrownBy(() -> packet.args().string(9)).hasMessageContaining("only 6 arguments");
  }

  @Test
  void aCycleNamesTheArgument() {
    List<Object> cycle = new ArrayList<>();
    cycle.add(cycle);
    assertThatThrownBy(() -> parser.encode(Packet.event("/", 1, List.of("e", 1, cycle))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("value 2 of 3 can't be sent as JSON: ")
        .hasMessageContaining("nesting depth");
  }

  private String texts(Packet packet) {
    EncodedPacket encoded = parser.encode(packet);
    StringBuilder text = new StringBuilder(UTF_8.decode(encoded.first().duplicate()));
    for (ByteBuffer attachment : encoded.attachments()) {
      byte[] bytes = new byte[attachment.remaining()];
      attachment.duplicate().get(bytes);
      text.append(' ').append(Arrays.toString(bytes));
    }
    return text.toString();
  }

  private DecodedPacket decode(String text, byte[]... attachments) {
    Parser.Decoder decoder = parser.newDecoder();
    byte[] utf8 = text.getBytes(UTF_8);
    DecodedPacket packet = decoder.addText(utf8, 0, utf8.length);
    for (byte[] attachment : attachments) {
      packet = decoder.addBinary(attachment, 0, attachment.length);
    }
    return Objects.requireNonNull(packet);
  }
}
