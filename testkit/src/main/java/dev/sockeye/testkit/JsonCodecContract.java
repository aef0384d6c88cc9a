// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.TypeReference;
import dev.sockeye.socketio.spi.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link JsonCodec} with its default settings does. */
public interface JsonCodecContract {

  /** The codec to be tested. */
  JsonCodec codec();

  /** A record as applications have them. */
  record Order(@Nullable String item, int count, Optional<String> note) {}

  /** A record with binary members. */
  record Upload(String name, byte[] content, ByteBuffer hash) {}

  /** A bean without annotations. */
  final class Point {
    public int y = 2;
    public int x = 1;

    /** For the codec. */
    public Point() {}
  }

  /** A record that can't be read. */
  record Failing(String name) {
    @Override
    public String name() {
      throw new IllegalStateException("no name yet");
    }
  }

  // Encoding

  @Test
  default void scalarsAreWrittenAsJavaScriptDoes() {
    assertThat(json(Arrays.asList("a", 1, 2L, 1.5, true, null)))
        .isEqualTo("[\"a\",1,2,1.5,true,null]");
  }

  @Test
  default void bigNumbersKeepTheirDigits() {
    assertThat(json(List.of(new BigInteger("123456789012345678901"), new BigDecimal("0.10"))))
        .isEqualTo("[123456789012345678901,0.10]");
  }

  @Test
  default void whatIsNoNumberInJsonIsNull() {
    assertThat(
            json(
                List.of(
                    Double.NaN,
                    Float.NEGATIVE_INFINITY,
                    new double[] {1, Double.POSITIVE_INFINITY},
                    new float[] {Float.NaN})))
        .isEqualTo("[null,null,[1.0,null],[null]]");
  }

  @Test
  default void timesAreIso8601AndEnumsTheirNames() {
    assertThat(
            json(List.of(Instant.EPOCH, LocalDate.EPOCH, Duration.ofSeconds(5), DayOfWeek.MONDAY)))
        .isEqualTo("[\"1970-01-01T00:00:00Z\",\"1970-01-01\",\"PT5S\",\"MONDAY\"]");
  }

  @Test
  default void recordsAndBeansKeepTheOrderOfDeclaration() {
    assertThat(json(List.of(new Order("tea", 2, Optional.empty()), new Point())))
        .isEqualTo("[{\"item\":\"tea\",\"count\":2,\"note\":null},{\"y\":2,\"x\":1}]");
  }

  @Test
  default void keysThatAreNoStringsBecomeStrings() {
    assertThat(json(Map.of(7, "seven"))).isEqualTo("{\"7\":\"seven\"}");
  }

  @Test
  default void charactersOutsideTheBasicPlaneAreWrittenAsUtf8() {
    assertThat(json("é€😀")).isEqualTo("\"é€😀\"");
  }

  @Test
  default void aLoneSurrogateIsWrittenAsAnEscape() {
    assertThat(json(List.of("\ud800", "a\udc00b")))
        .isEqualToIgnoringCase("[\"\\ud800\",\"a\\udc00b\"]");
  }

  @Test
  default void binaryValuesAreAttachedInTheOrderOfTheJson() {
    List<ByteBuffer> attachments = new ArrayList<>();
    String json =
        json(
            List.of(
                new byte[] {1},
                Map.of("deep", List.of(ByteBuffer.wrap(new byte[] {0, 2, 0}, 1, 1))),
                new Upload("u", new byte[] {3}, ByteBuffer.allocateDirect(1).put(0, (byte) 4)),
                new Object[] {Optional.of(new byte[] {5})}),
            attachments);
    assertThat(json)
        .isEqualTo(
            "[{\"_placeholder\":true,\"num\":0},"
                + "{\"deep\":[{\"_placeholder\":true,\"num\":1}]},"
                + "{\"name\":\"u\",\"content\":{\"_placeholder\":true,\"num\":2},"
                + "\"hash\":{\"_placeholder\":true,\"num\":3}},"
                + "[{\"_placeholder\":true,\"num\":4}]]");
    assertThat(attachments).containsExactly(bytes(1), bytes(2), bytes(3), bytes(4), bytes(5));
  }

  @Test
  default void encodingABufferLeavesItsPositionAlone() {
    ByteBuffer buffer = bytes(1, 2, 3).position(1);
    json(buffer);
    assertThat(buffer.position()).isEqualTo(1);
  }

  @Test
  default void jsonIsWrittenByteForByte() {
    assertThat(json(Arrays.asList(1, Json.of("{ \"a\" : 1.0e0 }"), Map.of("k", Json.of("[]")))))
        .isEqualTo("[1,{ \"a\" : 1.0e0 },{\"k\":[]}]");
  }

  @Test
  default void aCycleIsRefused() {
    List<Object> cycle = new ArrayList<>();
    cycle.add(cycle);
    assertThatThrownBy(() -> json(cycle))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nesting depth");
  }

  @Test
  default void aGetterThatThrowsIsTheCallersFault() {
    assertThatThrownBy(() -> json(new Failing("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no name yet");
  }

  @Test
  default void aFailingStreamsExceptionComesThrough() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("full");
          }
        };
    assertThatThrownBy(() -> codec().encode("x", full, new ArrayList<>()))
        .isInstanceOf(IOException.class)
        .hasMessage("full");
  }

  // Decoding

  @Test
  default void anOpenTypeGivesTheNaturalForm() {
    assertThat(decode("{\"a\":[1,2.5,\"x\",true,null]}", Object.class))
        .isEqualTo(Map.of("a", Arrays.asList(1, 2.5, "x", true, null)));
  }

  @Test
  default void genericTypesAreBound() {
    assertThat(
            decode(
                "[{\"item\":\"tea\",\"count\":2,\"note\":\"hot\",\"unknown\":1}]",
                new TypeReference<List<Order>>() {}.type()))
        .isEqualTo(List.of(new Order("tea", 2, Optional.of("hot"))));
  }

  @Test
  default void nullIsNullOrAnEmptyOptional() {
    assertThat(decode("null", String.class)).isNull();
    assertThat(decode("null", new TypeReference<Optional<String>>() {}.type()))
        .isEqualTo(Optional.empty());
  }

  @Test
  default void aMissingMemberIsNullOrAnEmptyOptional() {
    assertThat(decode("{\"count\":1}", Order.class))
        .isEqualTo(new Order(null, 1, Optional.empty()));
    assertMisfit("{\"item\":\"tea\",\"count\":null}", Order.class);
  }

  @Test
  default void primitivesAreBound() {
    assertThat(decode("5", int.class)).isEqualTo(5);
    assertThat(decode("5", double.class)).isEqualTo(5.0);
    assertThat(decode("true", boolean.class)).isEqualTo(true);
    assertThat(decode("3000000000", long.class)).isEqualTo(3_000_000_000L);
  }

  @Test
  default void scalarsAreNotCoerced() {
    assertMisfit("5", String.class);
    assertMisfit("true", String.class);
    assertMisfit("\"5\"", Integer.class);
    assertMisfit("\"5\"", Double.class);
    assertMisfit("\"\"", Integer.class);
    assertMisfit("5.5", Integer.class);
    assertMisfit("5.0", Long.class);
    assertMisfit("3000000000", Integer.class);
    assertMisfit("9223372036854775808", Long.class);
    assertMisfit("1", Boolean.class);
    assertMisfit("\"true\"", Boolean.class);
    assertMisfit("true", Integer.class);
    assertMisfit("0", DayOfWeek.class);
    assertMisfit("[1]", Integer.class);
    assertMisfit("null", int.class);
  }

  @Test
  default void aLoneSurrogateIsRead() {
    assertThat(decode("\"\\ud800\"", String.class)).isEqualTo("\ud800");
  }

  @Test
  default void noNameIsSpecialAndTheLastOfTwoWins() {
    assertThat(decode("{\"__proto__\":1,\"constructor\":2,\"a\":3,\"a\":4}", Object.class))
        .isEqualTo(Map.of("__proto__", 1, "constructor", 2, "a", 4));
  }

  @Test
  default void aSliceOfAnArrayIsRead() {
    byte[] text = "xx[1]yy".getBytes(UTF_8);
    assertThat(codec().decode(text, 2, 3, Object.class, List.of())).isEqualTo(List.of(1));
  }

  @Test
  default void aPlaceholderBecomesItsAttachment() {
    String json =
        "xx{\"name\":\"u\",\"hash\":{\"num\":0,\"_placeholder\":true},"
            + "\"content\":{ \"_placeholder\" : true , \"num\" : 1 },\"more\":[1]}";
    byte[] text = json.getBytes(UTF_8);
    Object upload =
        codec().decode(text, 2, text.length - 2, Upload.class, List.of(bytes(1), bytes(2, 3)));
    assertThat(upload).isInstanceOf(Upload.class);
    assertThat(((Upload) Objects.requireNonNull(upload)).content()).containsExactly(2, 3);
    assertThat(((Upload) upload).hash()).isEqualTo(bytes(1));
  }

  @Test
  default void anOpenTypeGetsAttachmentsAsArraysAtAnyDepth() {
    Object value =
        decode(
            "{\"é\":{\"a\":[{\"_placeholder\":true,\"num\":0},{\"b\":2}]}}",
            Object.class,
            bytes(7));
    assertThat(value)
        .usingRecursiveComparison()
        .isEqualTo(Map.of("é", Map.of("a", List.of(new byte[] {7}, Map.of("b", 2)))));
  }

  @Test
  default void anAttachmentThatIsAWholeArrayIsNotCopied() {
    byte[] whole = {1, 2};
    assertThat(decode("{\"_placeholder\":true,\"num\":0}", byte[].class, ByteBuffer.wrap(whole)))
        .isSameAs(whole);
  }

  @Test
  default void anAttachmentThatIsPartOfAnArrayIsCopied() {
    ByteBuffer part = ByteBuffer.wrap(new byte[] {1, 2, 3}, 1, 1).slice();
    assertThat(decode("{\"_placeholder\":true,\"num\":0}", byte[].class, part))
        .isEqualTo(new byte[] {2});
  }

  @Test
  default void aBufferIsAReadOnlyView() {
    Object buffer = decode("{\"_placeholder\":true,\"num\":0}", ByteBuffer.class, bytes(1));
    assertThat(buffer)
        .isInstanceOfSatisfying(ByteBuffer.class, b -> assertThat(b.isReadOnly()).isTrue());
  }

  @Test
  default void anAttachmentDoesNotFitAnotherType() {
    assertThatThrownBy(() -> decode("{\"_placeholder\":true,\"num\":0}", String.class, bytes(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void withoutAttachmentsAPlaceholderIsAPlainObject() {
    assertThat(decode("{\"_placeholder\":true,\"num\":0}", Object.class))
        .isEqualTo(Map.of("_placeholder", true, "num", 0));
  }

  @Test
  default void bytesAreReadFromBase64WhereThereIsNoAttachment() {
    assertThat(decode("\"AQI=\"", byte[].class)).isEqualTo(new byte[] {1, 2});
  }

  // Fluency

  private String json(@Nullable Object value) {
    return json(value, new ArrayList<>());
  }

  private String json(@Nullable Object value, List<ByteBuffer> attachments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      codec().encode(value, out, attachments);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(UTF_8);
  }

  private @Nullable Object decode(String json, Type type, ByteBuffer... attachments) {
    byte[] text = json.getBytes(UTF_8);
    return codec().decode(text, 0, text.length, type, List.of(attachments));
  }

  private void assertMisfit(String json, Type type) {
    assertThatThrownBy(() -> decode(json, type))
        .as("%s as %s", json, type)
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length);
    for (int value : values) {
      buffer.put((byte) value);
    }
    return buffer.flip();
  }
}
