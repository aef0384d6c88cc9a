// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.JsonParser;
import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.Parser;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RandomPacketsTest {
  private static final JacksonJsonCodec CODEC = JacksonJsonCodec.create();

  private final long seed = new SplittableRandom().nextLong();
  private final SplittableRandom random = new SplittableRandom(seed);

  /** Whether values have them: only JSON has a way to write one. Set by the test. */
  private boolean loneSurrogates;

  @Test
  void whatIsSentAsJsonIsReceived() {
    loneSurrogates = true;
    assertReceived(JsonParser.of(CODEC).maxAttachments(Integer.MAX_VALUE / 20));
  }

  @Test
  void whatIsSentAsMessagePackIsReceived() {
    loneSurrogates = false;
    assertReceived(MessagePackParser.of(CODEC));
  }

  private void assertReceived(Parser parser) {
    for (int i = 0; i < 500; i++) {
      String event = "e" + text();
      List<@Nullable Object> data = new ArrayList<>(List.of(event));
      data.addAll(values(3));
      String namespace = "/" + wellFormed(text()).replace(',', ';');
      long id = random.nextBoolean() ? Packet.NO_ID : random.nextLong(Long.MAX_VALUE);

      DecodedPacket packet = roundTrip(parser, Packet.event(namespace, id, data));

      assertThat(packet.namespace()).as("seed %d", seed).isEqualTo(namespace);
      assertThat(packet.id()).as("seed %d", seed).isEqualTo(id);
      assertThat(packet.event()).as("seed %d", seed).isEqualTo(event);
      assertThat(packet.args().toList())
          .as("seed %d", seed)
          .usingRecursiveComparison()
          .isEqualTo(data.subList(1, data.size()));
    }
  }

  private @Nullable Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt();
      case 3 -> random.nextLong(1L << 32, Long.MAX_VALUE);
      case 4 -> random.nextDouble() * 1e300;
      case 5 -> text();
      case 6 -> bytes();
      case 7 -> values(depth - 1);
      default -> map(depth - 1);
    };
  }

  private List<@Nullable Object> values(int depth) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      values.add(value(depth));
    }
    return values;
  }

  private Map<String, @Nullable Object> map(int depth) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      map.put(wellFormed(text()), value(depth));
    }
    return map;
  }

  private String text() {
    String text = anyText();
    return loneSurrogates ? text : wellFormed(text);
  }

  private String anyText() {
    return random
        .ints(random.nextInt(6), 0, 0x10)
        .map(kind -> kind < 12 ? random.nextInt(0x80) : random.nextInt(0x10000))
        .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
        .toString();
  }

  /** Without surrogates: a namespace can't have lone ones, and Jackson reads none in names. */
  private static String wellFormed(String text) {
    return text.replaceAll("[\\ud800-\\udfff]", "");
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(20)];
    random.nextBytes(bytes);
    return bytes;
  }

  private DecodedPacket roundTrip(Parser parser, Packet packet) {
    EncodedPacket encoded = parser.encode(packet);
    Parser.Decoder decoder = parser.newDecoder();
    ByteBuffer first = encoded.first();
    @Nullable DecodedPacket decoded =
        encoded.binary()
            ? decoder.addBinary(first.array(), 0, first.remaining())
            : decoder.addText(first.array(), 0, first.remaining());
    for (ByteBuffer attachment : encoded.attachments()) {
      decoded =
          decoder.addBinary(attachment.array(), attachment.arrayOffset(), attachment.remaining());
    }
    if (decoded == null) {
      throw new AssertionError("incomplete, seed " + seed);
    }
    return decoded;
  }
}
