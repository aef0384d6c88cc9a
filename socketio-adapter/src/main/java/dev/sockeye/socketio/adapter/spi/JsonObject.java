// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.ParseException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object in a message. Null counts as absent, a number without a fraction as an
 * integer, however it is written. For backends with a layout of their own.
 *
 * <p>What finds something of another kind than it asks for throws {@link ParseException}.
 *
 * @param members the values by their names
 */
public record JsonObject(Map<String, Json> members) {
  /** The members of a value. */
  public static JsonObject of(Json json) {
    if (json.array()[json.offset()] != '{') {
      throw new ParseException("no object where one belongs");
    }
    return new JsonObject(json.members());
  }

  /** A value; null if it is absent. */
  public @Nullable Json find(String name) {
    Json value = members.get(name);
    return value == null || value.array()[value.offset()] == 'n' ? null : value;
  }

  /** A value that must be there. */
  public Json require(String name) {
    Json value = find(name);
    if (value == null) {
      throw new ParseException("no " + name);
    }
    return value;
  }

  /** A string that must be there. */
  public String string(String name) {
    return require(name)
        .string()
        .orElseThrow(() -> new ParseException("the " + name + " is no string"));
  }

  /** A string, or another one if it is absent. */
  public String stringOr(String name, String absent) {
    return find(name) == null ? absent : string(name);
  }

  /** Whether a value is {@code true}. */
  public boolean isTrue(String name) {
    Json value = find(name);
    return value != null && value.array()[value.offset()] == 't';
  }

  boolean isAbsentOrTrue(String name) {
    return find(name) == null || isTrue(name);
  }

  /** An integer of 32 bits that must be there. */
  public int integer(String name) {
    long value = longInteger(name);
    if (value != (int) value) {
      throw new ParseException("the " + name + " is too large: " + value);
    }
    return (int) value;
  }

  long longInteger(String name) {
    return longInteger(name, require(name));
  }

  static long longInteger(String name, Json value) {
    String text = value.toString();
    try {
      return text.length() > 40 ? bad(name, text) : new BigDecimal(text).longValueExact();
    } catch (NumberFormatException | ArithmeticException e) {
      return bad(name, text);
    }
  }

  private static long bad(String name, String text) {
    throw new ParseException("the " + name + " is no integer: " + text);
  }

  /** A time in milliseconds, of which a fraction is of no use; null if there is none. */
  @Nullable Duration millis(String name) {
    Json value = find(name);
    if (value == null) {
      return null;
    }
    try {
      return Duration.ofMillis(Math.max(0, (long) Double.parseDouble(value.toString())));
    } catch (NumberFormatException e) {
      throw new ParseException("the " + name + " is no number");
    }
  }

  /** The elements of an array; empty if it is absent. */
  public List<Json> elements(String name) {
    Json value = find(name);
    return value == null ? List.of() : value.elements();
  }

  /** Names in an array, in their order; numbers count as their text. */
  public Set<String> strings(String name) {
    Set<String> strings = new LinkedHashSet<>();
    for (Json element : elements(name)) {
      strings.add(element.string().orElseGet(element::toString));
    }
    return strings;
  }

  /** The members of an object as texts; those of an array are joined by commas. */
  Map<String, String> texts(String name) {
    Json value = find(name);
    Map<String, String> texts = new LinkedHashMap<>();
    if (value != null) {
      value.members().forEach((key, member) -> texts.put(key, text(member)));
    }
    return texts;
  }

  /** The text of a string, or of something else; that of elements joined by commas. */
  static String text(Json value) {
    List<Json> elements = value.elements();
    return elements.isEmpty()
        ? value.string().orElseGet(value::toString)
        : String.join(", ", elements.stream().map(JsonObject::text).toList());
  }
}
