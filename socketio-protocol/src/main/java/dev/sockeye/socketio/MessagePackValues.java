// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values, which have been checked, in their natural form. */
final class MessagePackValues {
  private MessagePackValues() {}

  static @Nullable Object read(MessagePackReader in) {
    return switch (in.next()) {
      case NIL, UNDEFINED -> null;
      case BOOLEAN -> in.number() != 0;
      case INTEGER -> integer(in.number());
      case UNSIGNED -> new BigInteger(Long.toUnsignedString(in.number()));
      case FLOAT -> in.real();
      case STRING -> in.text();
      case BLOB -> in.blob();
      case DATE -> Instant.ofEpochMilli(in.number());
      case EXTENSION -> List.of((int) in.number(), in.blob());
      case ARRAY -> list(in, in.length());
      case MAP -> map(in, in.length());
    };
  }

  private static Object integer(long number) {
    if (number == (int) number) {
      return (int) number;
    }
    return number;
  }

  private static List<@Nullable Object> list(MessagePackReader in, int size) {
    List<@Nullable Object> list = new ArrayList<>(size);
    for (int left = size; left > 0; left--) {
      list.add(read(in));
    }
    return list;
  }

  private static Map<String, @Nullable Object> map(MessagePackReader in, int size) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int left = size; left > 0; left--) {
      String key = String.valueOf(read(in));
      map.put(key, read(in));
    }
    return map;
  }
}
