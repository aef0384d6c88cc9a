// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.BindingException;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.TypeReference;
import dev.sockeye.socketio.spi.EncodedPacket;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a listener gets of arguments in MessagePack, and what is sent of an application's values.
 */
class MessagePackBindingTest {
  private static final Instant TIME = Instant.ofEpochMilli(1_700_000_000_123L);

  private final MessagePackParser parser = MessagePackParser.of(JacksonJsonCodec.create());

  record Order(String item, int count, Optional<String> note, Instant due) {}

  record Upload(String name, byte[] content, Map<String, ByteBuffer> parts) {}

  @Test
  void aRecordIsSentAndReceived() {
    Order order = new Order("tea \"hot\"\n", 2, Optional.of("é😀"), TIME);
    assertThat(received(order).get(0, Order.class)).isEqualTo(order);
    assertThat(received(List.of(order)).get(0, new TypeReference<List<Order>>() {}))
        .containsExactly(order);
  }

  @Test
  void aRecordWithBlobsIsSentAndReceived() {
    Upload upload = new Upload("u", new byte[] {1}, Map.of("a", ByteBuffer.wrap(new byte[] {2})));
    Args args = received(upload);
    assertThat(args.get(0, Upload.class)).usingRecursiveComparison().isEqualTo(upload);
    assertThat(args.get(0))
        .usingRecursiveComparison()
        .isEqualTo(
            Map.of("name", "u", "content", new byte[] {1}, "parts", Map.of("a", new byte[] {2})));
  }

  @Test
  void aDateIsBoundToTimes() {
    Args args = received(TIME);
    assertThat(args.get(0)).isEqualTo(TIME);
    assertThat(args.get(0, Instant.class)).isEqualTo(TIME);
    assertThat(args.get(0, OffsetDateTime.class)).isEqualTo(TIME.atOffset(ZoneOffset.UTC));
    assertThat(args.string(0)).isEqualTo("2023-11-14T22:13:20.123Z");
  }

  @Test
  void whatTheJsonLibraryKnowsIsSentAsItHasIt() {
    Args args = received(LocalDate.EPOCH, DayOfWeek.MONDAY, Optional.of(1), Map.of(7, "seven"));
    assertThat(args.toList()).containsExactly("1970-01-01", "MONDAY", 1, Map.of("7", "seven"));
  }

  @Test
  void jsonIsSentAsTheValueThatItIs() {
    assertThat(received(Json.of("{\"a\":[1.5,null]}")).get(0))
        .isEqualTo(Map.of("a", Arrays.asList(1.5, null)));
  }

  @Test
  void anArgumentCanBeHadAsJson() {
    Args args = received(Map.of("a", List.of(1, 2.5, true)), new byte[] {7});
    assertThat(args.get(0, Json.class)).isEqualTo(Json.of("{\"a\":[1,2.5,true]}"));
    assertThat(args.toString())
        .isEqualTo("[{\"a\":[1,2.5,true]},{\"_placeholder\":true,\"num\":0}]");
  }

  @Test
  void whatLooksLikeAPlaceholderIsNone() {
    Map<String, Object> imposter = Map.of("_placeholder", true, "num", 9);
    Args args = received(List.of(imposter, new byte[] {1}));
    assertThat(args.get(0, List.class))
        .usingRecursiveComparison()
        .isEqualTo(List.of(imposter, new byte[] {1}));
  }

  @Test
  void scalarsAreNotCoerced() {
    Args args = received(5, "5", true, 5.5, 3_000_000_000L);
    assertMisfit(args, 0, String.class);
    assertMisfit(args, 1, Integer.class);
    assertMisfit(args, 2, String.class);
    assertMisfit(args, 3, Integer.class);
    assertMisfit(args, 4, Integer.class);
    assertMisfit(args, 0, Boolean.class);
    assertMisfit(args, 1, byte[].class.componentType());
  }

  @Test
  void anAbsentArgumentBindsLikeNull() {
    Args args = received((Object) null);
    assertThat(args.get(0, String.class)).isNull();
    assertThat(args.get(9, new TypeReference<Optional<String>>() {})).isEmpty();
    assertThatThrownBy(() -> args.get(9, int.class))
        .hasMessage("argument 9 is not a int: there are only 1 arguments");
  }

  @Test
  void primitivesAreRead() {
    Args args = received(5, true);
    assertThat(args.get(0, int.class)).isEqualTo(5);
    assertThat(args.get(0, long.class)).isEqualTo(5L);
    assertThat(args.get(0, double.class)).isEqualTo(5.0);
    assertThat(args.get(1, boolean.class)).isTrue();
  }

  private static void assertMisfit(Args args, int index, Class<?> type) {
    assertThatThrownBy(() -> args.get(index, type)).isInstanceOf(BindingException.class);
  }

  private Args received(@Nullable Object... arguments) {
    EncodedPacket packet = parser.encode(Packet.ack("/", 1, Arrays.asList(arguments)));
    byte[] bytes = packet.first().array();
    DecodedPacket decoded = parser.newDecoder().addBinary(bytes, 0, bytes.length);
    return decoded == null ? Args.empty() : decoded.args();
  }
}
