// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.spi.JsonCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final String BY_THE_CODEC = "<codec>";

  private final JsonParser parser = JsonParser.of(new MarkingCodec());

  @Test
  void jsonIsPassedOnByteForByte() {
    assertThat(event("chat", Json.of("{ \"a\" : 1.0e0 }"), Json.of("\"é\\u00e9\"")))
        .isEqualTo("2[\"chat\",{ \"a\" : 1.0e0 },\"é\\u00e9\"]");
    assertThat(event("chat")).isEqualTo("2[\"chat\"]");
    assertThat(ack(Json.of("null"), Json.of("[]"))).isEqualTo("37[null,[]]");
    assertThat(ack()).isEqualTo("37[]");
  }

  @Test
  void aSliceIsPassedOnWithoutItsSurroundings() {
    byte[] received = "2[\"in\",  [1] ,{}]".getBytes(UTF_8);
    Args args = parser.newDecoder().addText(received, 0, received.length).args();
    assertThat(event("out", args.raw(1), args.raw(0))).isEqualTo("2[\"out\",{},[1]]");
  }

  @Test
  void jsonOfAnySizeIsPassedOn() {
    for (int size : new int[] {900, 1000, 70_000}) {
      String text = "\"" + "x".repeat(size) + "\"";
      String name = "n".repeat(size);
      assertThat(event(name, Json.of(text))).isEqualTo("2[\"" + name + "\"," + text + "]");
    }
  }

  @Test
  void everyOtherArgumentIsTheCodecs() {
    for (Object argument : Arrays.asList("text", 1, true, null, List.of(), new byte[1])) {
      assertThat(event("chat", Json.NULL, argument)).isEqualTo("2" + BY_THE_CODEC);
      assertThat(ack(argument)).isEqualTo("37" + BY_THE_CODEC);
    }
  }

  @Test
  void aNameThatIsNotWrittenAsItIsIsTheCodecs() {
    for (String name : List.of("a\"b", "a\\b", "a\nb", "é", "\ud800", "\u007f")) {
      assertThat(event(name, Json.NULL)).isEqualTo("2" + BY_THE_CODEC);
    }
    assertThat(event(" ~", Json.NULL)).isEqualTo("2[\" ~\",null]");
  }

  @Test
  void jsonWithAttachmentsIsTheCodecs() {
    String placeholder = "{\"_placeholder\":true,\"num\":0}";
    byte[] received = ("51-[\"in\"," + placeholder + "]").getBytes(UTF_8);
    var decoder = parser.newDecoder();
    decoder.addText(received, 0, received.length);
    Args args = decoder.addBinary(new byte[1], 0, 1).args();
    assertThat(event("out", args.raw(0))).isEqualTo("2" + BY_THE_CODEC);
  }

  private String event(String name, @Nullable Object... arguments) {
    @Nullable Object[] data = new @Nullable Object[arguments.length + 1];
    data[0] = name;
    System.arraycopy(arguments, 0, data, 1, arguments.length);
    return text(Packet.event("/", Packet.NO_ID, Arrays.asList(data)));
  }

  private String ack(@Nullable Object... arguments) {
    return text(Packet.ack("/", 7, Arrays.asList(arguments)));
  }

  private String text(Packet packet) {
    return UTF_8.decode(parser.encode(packet).first()).toString();
  }

  /** Shows where it was asked. */
  private static final class MarkingCodec implements JsonCodec {
    @Override
    public void encode(@Nullable Object value, OutputStream out, List<ByteBuffer> attachments)
        throws IOException {
      out.write(BY_THE_CODEC.getBytes(UTF_8));
    }

    @Override
    public @Nullable Object decode(
        byte[] json, int offset, int length, Type type, List<ByteBuffer> attachments) {
      throw new AssertionError("nothing is decoded here");
    }
  }
}
