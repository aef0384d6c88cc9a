// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a peer must not send. */
class MessagePackErrorTest {
  private static final String TYPE = "a474797065";
  private static final String NSP = "a36e7370" + "a12f";
  private static final String DATA = "a464617461";

  @ParameterizedTest
  @ValueSource(strings = {"", "90", "a0", "c0", "80", "81" + NSP, "82" + TYPE + "c0" + NSP})
  void aPacketHasAType(String hex) {
    assertRefused(hex, "type|not MessagePack");
  }

  @ParameterizedTest
  @ValueSource(strings = {"05", "06", "ff", "cb3ff8000000000000", "a130", "c3"})
  void theTypesAreZeroToFour(String type) {
    assertRefused("82" + TYPE + type + NSP, "invalid packet type: .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a36e737001", "a36e7370a0", "a36e7370a161", "a36e7370c0"})
  void aPacketHasANamespaceThatBeginsWithASlash(String nsp) {
    int members = nsp.isEmpty() ? 1 : 2;
    assertRefused("8" + members + TYPE + "01" + nsp, "invalid namespace: .*");
  }

  @ParameterizedTest
  @CsvSource({
    "00,c0",
    "00,90",
    "00,a0",
    "01,80",
    "01,c0",
    "02,80",
    "02,a161",
    "03,80",
    "03,c0",
    "04,90",
    "04,c0",
    "02,c0",
    "02,d40000",
    "03,d40000",
    "04,d40000"
  })
  void thePayloadFitsTheType(String type, String data) {
    assertRefused("83" + TYPE + type + DATA + data + NSP, "invalid payload: not what .* carries");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c0", "ff", "a131", "cb3ff8000000000000", "cfffffffffffffffff", "c3"})
  void theNumberOfAnAckIsAnInteger(String id) {
    assertRefused(
        "84" + TYPE + "02" + DATA + "91a171" + "a26964" + id + NSP, "invalid packet id: .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"90", "91c0", "9190", "91c3"})
  void anEventHasAName(String data) {
    assertRefused("83" + TYPE + "02" + DATA + data + NSP, "invalid payload: an event.*");
  }

  @Test
  void aReservedNameIsRefused() {
    assertRefused(
        "83" + TYPE + "02" + DATA + "91aa646973636f6e6e656374" + NSP,
        "invalid payload: \"disconnect\" is a reserved event name");
  }

  @Test
  void nothingFollowsThePacket() {
    assertRefused("82" + TYPE + "01" + NSP + "c0", "trailing bytes.*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c1",
        "a1",
        "d9",
        "d905",
        "da00",
        "c4",
        "c405",
        "c601020304",
        "c7",
        "c70500",
        "cb00",
        "cc",
        "d3",
        "d7",
        "d400",
        "d8",
        "ca",
        "dc",
        "dd00",
        "de",
        "81a161"
      })
  void aValueIsWhole(String value) {
    assertRefused("82" + TYPE + "03" + DATA + "91" + value, "invalid payload: not MessagePack, .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ddffffffff", "dfffffffff", "dbffffffff", "c6ffffffff", "c9ffffffff00"})
  void aLengthThatNothingBearsOutReservesNoMemory(String head) {
    assertRefused(
        "82" + TYPE + "03" + DATA + head, "invalid payload: not MessagePack, a length of .*");
    assertRefused(
        "82" + TYPE + "03" + DATA + "91" + head + "00", "invalid payload: not MessagePack, .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a1ff", "a2c328", "a3eda080", "81a1ff00"})
  void aTextIsUtf8(String value) {
    assertRefused("83" + TYPE + "03" + DATA + "91" + value + NSP, "invalid payload: not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c0", "c3", "90", "80", "cb3ff8000000000000", "c400"})
  void aKeyIsATextOrAnInteger(String key) {
    assertRefused(
        "83" + TYPE + "03" + DATA + "9181" + key + "00" + NSP, "invalid payload: a key.*");
  }

  @Test
  void dataMayNestAsDeepAsTheLimit() {
    MessagePackParser parser = MessagePackParser.of(new TinyCodec()).maxNesting(3);
    String twoLevels = "83" + TYPE + "03" + DATA + "9191" + "90" + NSP;
    assertThat(MessagePackHex.packet(twoLevels, parser).args().size()).isEqualTo(1);
    String threeLevels = "83" + TYPE + "03" + DATA + "919191" + "90" + NSP;
    assertThatThrownBy(() -> MessagePackHex.packet(threeLevels, parser))
        .isInstanceOf(ParseException.class)
        .hasMessage("invalid payload: nested deeper than 3 levels (MessagePackParser.maxNesting)");
  }

  @Test
  void aDeepNestCostsNoStack() {
    assertRefused(
        "83" + TYPE + "03" + DATA + "91".repeat(100_000) + "90" + NSP,
        ".*nested deeper than 500.*");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1001})
  void theLimitOfNestingHasLimits(int limit) {
    assertThatThrownBy(() -> MessagePackParser.of(new TinyCodec()).maxNesting(limit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxNesting must be from 1 to 1000, not " + limit);
  }

  @Test
  void aTextIsNoPacket() {
    assertThatThrownBy(
            () -> MessagePackParser.of(new TinyCodec()).newDecoder().addText(new byte[1], 0, 1))
        .isInstanceOf(ParseException.class)
        .hasMessageStartingWith("got a text");
  }

  private static void assertRefused(String hex, String message) {
    assertThatThrownBy(() -> MessagePackHex.packet(hex))
        .isInstanceOf(ParseException.class)
        .hasMessageMatching(".*(" + message + ").*");
  }
}
