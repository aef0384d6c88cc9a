// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.json.jackson.JacksonJsonCodec;
import dev.sockeye.socketio.spi.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values in the form in which they are typed and shown: JSON, in which {@code {"$hex":"0102"}} and
 * {@code {"$base64":"AQI="}} stand for bytes.
 */
final class Values {
  private static final JsonCodec CODEC = JacksonJsonCodec.create();

  private static final Pattern PLAIN_NAME =
      Pattern.compile(
          "(?!hex:|base64:|(true|false|null)$)[^\\s\\p{Cntrl}\"{\\[/0-9-][^\\s\\p{Cntrl}]*");

  private final BinaryForm binary;

  /** Writes bytes in the form given; reads all forms. */
  Values(BinaryForm binary) {
    this.binary = binary;
  }

  /** A value as JSON in one line. */
  String write(@Nullable Object value) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try {
      CODEC.encode(withoutBytes(value), json, new ArrayList<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.toString(UTF_8);
  }

  /** An event's name as it is typed: in quotes only where it must be. */
  String name(String event) {
    return PLAIN_NAME.matcher(event).matches() ? event : write(event);
  }

  /** Values as JSON, with a space before each. */
  String writeAll(List<? extends @Nullable Object> values) {
    return values.stream().map(value -> " " + write(value)).collect(Collectors.joining());
  }

  /**
   * Reads JSON.
   *
   * @throws IllegalArgumentException if it is none; says why
   */
  static @Nullable Object read(String json) {
    byte[] utf8 = json.getBytes(UTF_8);
    return withBytes(CODEC.decode(utf8, 0, utf8.length, Object.class, List.of()));
  }

  private @Nullable Object withoutBytes(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return Map.of(binary.member(), binary.write(bytes));
    }
    if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return Map.of(binary.member(), binary.write(bytes));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::withoutBytes).collect(Collectors.toCollection(ArrayList::new));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put(String.valueOf(name), withoutBytes(member)));
      return copy;
    }
    return value;
  }

  private static @Nullable Object withBytes(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Values::withBytes).collect(Collectors.toCollection(ArrayList::new));
    }
    if (value instanceof Map<?, ?> map) {
      for (BinaryForm form : BinaryForm.values()) {
        if (map.size() == 1 && map.get(form.member()) instanceof String text) {
          return form.read(text);
        }
      }
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put(String.valueOf(name), withBytes(member)));
      return copy;
    }
    return value;
  }
}
