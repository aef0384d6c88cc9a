// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Picks the five keys of a handshake out of its JSON and ignores all others. */
final class HandshakeReader {
  private final Map<?, ?> members;

  private HandshakeReader(Map<?, ?> members) {
    this.members = members;
  }

  static Handshake read(RawData json) {
    if (!(JsonReader.read(json.text()) instanceof Map<?, ?> members)) {
      throw new PacketFormatException("the handshake is not a JSON object");
    }
    HandshakeReader reader = new HandshakeReader(members);
    return new Handshake(
        reader.string("sid"),
        reader.strings("upgrades"),
        reader.millis("pingInterval"),
        reader.millis("pingTimeout"),
        reader.maxPayload());
  }

  private String string(String key) {
    return asString(key, members.get(key));
  }

  private List<String> strings(String key) {
    if (!(members.get(key) instanceof List<?> elements)) {
      throw unfit(key, "an array of strings");
    }
    List<String> strings = new ArrayList<>();
    elements.forEach(element -> strings.add(asString(key, element)));
    return strings;
  }

  private static String asString(String key, @Nullable Object value) {
    if (value instanceof String string) {
      return string;
    }
    throw unfit(key, "a string");
  }

  private Duration millis(String key) {
    return Duration.ofMillis((long) number(key));
  }

  /** Servers of Engine.IO 3 don't send it, and one without a limit sends null. */
  private int maxPayload() {
    return members.get("maxPayload") == null ? 0 : (int) number("maxPayload");
  }

  private double number(String key) {
    if (members.get(key) instanceof Double number && number >= 0) {
      return number;
    }
    throw unfit(key, "a number from 0 on");
  }

  private static PacketFormatException unfit(String key, String expected) {
    return new PacketFormatException("the handshake needs " + expected + " as '" + key + "'");
  }
}
