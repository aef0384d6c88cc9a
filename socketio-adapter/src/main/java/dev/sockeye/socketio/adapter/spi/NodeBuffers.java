// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binary data where a backend takes JSON only: what {@code JSON.stringify} makes of a Buffer. */
final class NodeBuffers {
  private static final int BYTE_MASK = 0xFF;

  private NodeBuffers() {}

  /** The same value in its natural form, with such objects instead of blobs. */
  static @Nullable Object in(@Nullable Object value) {
    if (value instanceof byte[] blob) {
      return buffer(blob);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(element -> copy.add(in(element)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, member) -> copy.put(key, in(member)));
      return copy;
    }
    return value;
  }

  private static Map<String, Object> buffer(byte[] blob) {
    List<Integer> bytes = new ArrayList<>(blob.length);
    for (byte b : blob) {
      bytes.add(b & BYTE_MASK);
    }
    Map<String, Object> buffer = new LinkedHashMap<>();
    buffer.put("type", "Buffer");
    buffer.put("data", bytes);
    return buffer;
  }
}
