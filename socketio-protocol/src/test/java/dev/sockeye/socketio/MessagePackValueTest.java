// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values both ways; the bytes are those of npm's notepack.io 2.2.0 for the same value. */
class MessagePackValueTest {

  @ParameterizedTest
  @CsvSource({
    "0,00",
    "127,7f",
    "128,cc80",
    "255,ccff",
    "256,cd0100",
    "65535,cdffff",
    "65536,ce00010000",
    "4294967295,ceffffffff",
    "4294967296,cf0000000100000000",
    "9007199254740991,cf001fffffffffffff",
    "9223372036854775807,cf7fffffffffffffff",
    "-1,ff",
    "-32,e0",
    "-33,d0df",
    "-128,d080",
    "-129,d1ff7f",
    "-32768,d18000",
    "-32769,d2ffff7fff",
    "-2147483648,d280000000",
    "-2147483649,d3ffffffff7fffffff",
    "-9223372036854775808,d38000000000000000"
  })
  void anIntegerIsAsShortAsCanBe(long value, String hex) {
    assertThat(MessagePackHex.ofValue(value)).isEqualTo(hex);
    assertThat(MessagePackHex.value(hex).longInteger(0)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5,cb3ff8000000000000",
    "-0.1,cbbfb999999999999a",
    "NaN,cb7ff8000000000000",
    "Infinity,cb7ff0000000000000",
    "-Infinity,cbfff0000000000000"
  })
  void anyOtherNumberHasEightBytes(Double value, String hex) {
    assertThat(MessagePackHex.ofValue(value)).isEqualTo(hex);
    assertThat(MessagePackHex.value(hex).number(0)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "2.0,02",
    "-0.0,00",
    "4294967296.0,cf0000000100000000",
    "9223372036854775808.0,cf8000000000000000",
    "18446744073709549568.0,cffffffffffffff800",
    "-9223372036854775808.0,d38000000000000000"
  })
  void aNumberWithoutAFractionIsAnInteger(double value, String hex) {
    assertThat(MessagePackHex.ofValue(value)).isEqualTo(hex);
    assertThat(MessagePackHex.ofValue(new BigDecimal(value))).isEqualTo(hex);
  }

  /** The original writes the low 64 bits of these, which are another number. */
  @ParameterizedTest
  @CsvSource({"1e20,cb4415af1d78b58c40", "-1e20,cbc415af1d78b58c40", "1e300,cb7e37e43c8800759c"})
  void aNumberThatNoIntegerHoldsKeepsItsSize(double value, String hex) {
    assertThat(MessagePackHex.ofValue(value)).isEqualTo(hex);
    assertThat(MessagePackHex.ofValue(new BigDecimal(value).toBigInteger())).isEqualTo(hex);
  }

  @Test
  void aFloatIsWidened() {
    assertThat(MessagePackHex.value("ca3fc00000").get(0)).isEqualTo(1.5);
    assertThat(MessagePackHex.ofValue(0.5f)).isEqualTo("cb3fe0000000000000");
  }

  @Test
  void anUnsignedIntegerAboveALongIsABigOne() {
    BigInteger value = new BigInteger("18446744073709551615");
    assertThat(MessagePackHex.ofValue(value)).isEqualTo("cfffffffffffffffff");
    assertThat(MessagePackHex.value("cfffffffffffffffff").get(0)).isEqualTo(value);
  }

  @Test
  void smallNumbersOfAllKindsAreTheSame() {
    assertThat(MessagePackHex.ofValue(List.of((byte) -1, (short) 1, 1, 1L, BigInteger.ONE, 1f)))
        .isEqualTo("96ff0101010101");
  }

  @Test
  void nullAndTheBooleansAreOneByte() {
    assertThat(MessagePackHex.ofValue(null)).isEqualTo("c0");
    assertThat(MessagePackHex.ofValue(List.of(true, false))).isEqualTo("92c3c2");
    assertThat(MessagePackHex.value("93c0c2c3").get(0)).isEqualTo(Arrays.asList(null, false, true));
  }

  @Test
  void undefinedIsNull() {
    Args args = MessagePackHex.value("d40000");
    assertThat(args.isNull(0)).isTrue();
    assertThat(args.get(0)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0,a0",
    "31,bf",
    "32,d920",
    "255,d9ff",
    "256,da0100",
    "65535,daffff",
    "65536,db00010000"
  })
  void aStringHasItsLengthInFront(int length, String head) {
    String text = "x".repeat(length);
    String hex = head + "78".repeat(length);
    assertThat(MessagePackHex.ofValue(text)).isEqualTo(hex);
    assertThat(MessagePackHex.value(hex).string(0)).isEqualTo(text);
  }

  @Test
  void aStringIsUtf8() {
    assertThat(MessagePackHex.ofValue("é€😀")).isEqualTo("a9c3a9e282acf09f9880");
    assertThat(MessagePackHex.value("a9c3a9e282acf09f9880").string(0)).isEqualTo("é€😀");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "\udc00", "\ud800\ud800"})
  void aLoneSurrogateIsReplaced(String text) {
    assertThat(MessagePackHex.ofValue(text + "a")).endsWith("efbfbd".repeat(text.length()) + "61");
  }

  @ParameterizedTest
  @CsvSource({"0,c400", "255,c4ff", "256,c50100", "65535,c5ffff", "65536,c600010000"})
  void aBlobHasItsLengthInFront(int length, String head) {
    String hex = head + "00".repeat(length);
    assertThat(MessagePackHex.ofValue(new byte[length])).isEqualTo(hex);
    assertThat(MessagePackHex.value(hex).bytes(0)).isEqualTo(new byte[length]);
  }

  @Test
  void aBufferIsABlobAndStaysWhereItIs() {
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {0, 1, 2, 3}).position(1);
    assertThat(MessagePackHex.ofValue(buffer)).isEqualTo("c403010203");
    assertThat(buffer.position()).isEqualTo(1);
  }

  @Test
  void aReceivedBlobIsACopyOrAReadOnlyView() {
    Args args = MessagePackHex.value("c403010203");
    assertThat(args.bytes(0)).containsExactly(1, 2, 3);
    assertThat(args.get(0)).isEqualTo(new byte[] {1, 2, 3});
    assertThat(args.buffer(0)).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    assertThat(args.buffer(0).isReadOnly()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"c70300010203", "c8000300010203", "c90000000300010203"})
  void anArrayBufferIsABlob(String hex) {
    assertThat(MessagePackHex.value(hex).bytes(0)).containsExactly(1, 2, 3);
  }

  @Test
  void aDateIsAnInstant() {
    Instant time = Instant.ofEpochMilli(1_700_000_000_123L);
    assertThat(MessagePackHex.ofValue(time)).isEqualTo("d7000000018bcfe5687b");
    assertThat(MessagePackHex.value("d7000000018bcfe5687b").get(0)).isEqualTo(time);
    assertThat(MessagePackHex.ofValue(Instant.ofEpochMilli(-1))).isEqualTo("d700ffffffffffffffff");
  }

  @ParameterizedTest
  @CsvSource({"c70105ab,5", "d405ab,5", "c701ffab,-1"})
  void anUnknownExtensionIsItsTypeAndItsBytes(String hex, int type) {
    assertThat(MessagePackHex.value(hex).get(0))
        .usingRecursiveComparison()
        .isEqualTo(List.of(type, new byte[] {(byte) 0xab}));
  }

  @ParameterizedTest
  @CsvSource({"0,90", "15,9f", "16,dc0010", "65535,dcffff", "65536,dd00010000"})
  void anArrayHasItsLengthInFront(int length, String head) {
    List<Integer> list = Collections.nCopies(length, 0);
    String hex = head + "00".repeat(length);
    assertThat(MessagePackHex.ofValue(list)).isEqualTo(hex);
    assertThat(MessagePackHex.value(hex).get(0)).isEqualTo(list);
  }

  @ParameterizedTest
  @CsvSource({"0,80", "15,8f", "16,de0010"})
  void aMapHasItsLengthInFront(int length, String head) {
    Map<String, Integer> map = new TreeMap<>();
    StringBuilder hex = new StringBuilder(head);
    for (int i = 0; i < length; i++) {
      map.put(String.valueOf((char) ('a' + i)), i);
      hex.append("a1").append(Integer.toHexString('a' + i)).append("%02x".formatted(i));
    }
    assertThat(MessagePackHex.ofValue(map)).isEqualTo(hex.toString());
    assertThat(MessagePackHex.value(hex.toString()).get(0)).isEqualTo(map);
  }

  @Test
  void valuesNest() {
    assertThat(MessagePackHex.value("82a161d40000a16291c0").get(0)).isEqualTo(mapOfNulls());
  }

  private static Map<String, Object> mapOfNulls() {
    Map<String, Object> map = new TreeMap<>();
    map.put("a", null);
    map.put("b", Collections.singletonList(null));
    return map;
  }

  @Test
  void anIntegerAsAKeyIsItsText() {
    assertThat(MessagePackHex.value("8107c3").get(0)).isEqualTo(Map.of("7", true));
  }

  @Test
  void noKeyIsSpecialAndTheLastOfTwoWins() {
    assertThat(MessagePackHex.value("83a95f5f70726f746f5f5f01a16102a16103").get(0))
        .isEqualTo(Map.of("__proto__", 1, "a", 3));
  }
}
