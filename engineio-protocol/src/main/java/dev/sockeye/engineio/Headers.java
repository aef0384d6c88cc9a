// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * HTTP headers: a multi-map whose names ignore case and whose lines keep their order and spelling.
 *
 * <p>Not safe for use from several threads at a time.
 */
public final class Headers {
  // Names and values in turn: header sections are short, so a scan beats a map and needs one
  // object.
  private final ArrayList<String> lines;

  private Headers(int capacity) {
    lines = new ArrayList<>(2 * capacity);
  }

  /** No headers yet. */
  public static Headers create() {
    return new Headers(6);
  }

  /** One header. */
  public static Headers of(String name, String value) {
    return create().add(name, value);
  }

  /**
   * Adds a line, after those of the same name.
   *
   * @throws IllegalArgumentException if the name is no token or the value has a CR, LF or NUL
   */
  public Headers add(String name, String value) {
    checkName(name);
    checkValue(name, value);
    lines.add(name);
    lines.add(value);
    return this;
  }

  /**
   * Adds a {@code Set-Cookie} line, after those that are there.
   *
   * @throws IllegalArgumentException if browsers would drop the cookie, see {@link
   *     SetCookie#toHeader}
   */
  public Headers addCookie(SetCookie cookie) {
    return add("Set-Cookie", cookie.toHeader());
  }

  /**
   * Replaces all lines of a name by one.
   *
   * @throws IllegalArgumentException as {@link #add}
   */
  public Headers set(String name, String value) {
    checkName(name);
    checkValue(name, value);
    remove(name);
    return add(name, value);
  }

  /** Adds all lines of another. */
  public Headers addAll(Headers other) {
    lines.addAll(other.lines);
    return this;
  }

  /** Removes all lines of a name. */
  public Headers remove(String name) {
    for (int i = lines.size() - 2; i >= 0; i -= 2) {
      if (lines.get(i).equalsIgnoreCase(name)) {
        lines.subList(i, i + 2).clear();
      }
    }
    return this;
  }

  /** The value of the first line of a name. */
  public Optional<String> first(String name) {
    for (int i = 0; i < lines.size(); i += 2) {
      if (lines.get(i).equalsIgnoreCase(name)) {
        return Optional.of(lines.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** The values of all lines of a name, in their order; empty if there are none. */
  public List<String> all(String name) {
    List<String> values = new ArrayList<>(2);
    for (int i = 0; i < lines.size(); i += 2) {
      if (lines.get(i).equalsIgnoreCase(name)) {
        values.add(lines.get(i + 1));
      }
    }
    return List.copyOf(values);
  }

  /** Whether there is a line of a name. */
  public boolean contains(String name) {
    return first(name).isPresent();
  }

  /** Calls an action with the name and value of each line. */
  public void forEach(BiConsumer<? super String, ? super String> action) {
    for (int i = 0; i < lines.size(); i += 2) {
      action.accept(lines.get(i), lines.get(i + 1));
    }
  }

  /** The number of lines. */
  public int size() {
    return lines.size() / 2;
  }

  /** A copy that later changes of this one don't touch. */
  public Headers copy() {
    return new Headers(size()).addAll(this);
  }

  /**
   * A copy whose texts are taken from elsewhere, as from a pool of such that are met often.
   *
   * @param names gets each name and returns an equal one
   * @param values gets each line's name and value and returns an equal value
   */
  public Headers copy(UnaryOperator<String> names, BinaryOperator<String> values) {
    Headers copy = new Headers(size());
    for (int i = 0; i < lines.size(); i += 2) {
      copy.lines.add(names.apply(lines.get(i)));
      copy.lines.add(values.apply(lines.get(i), lines.get(i + 1)));
    }
    return copy;
  }

  private static void checkName(String name) {
    Objects.requireNonNull(name, "name");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a header's name must not be empty");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c >= 0x7f || "()<>@,;:\\\"/[]?={}".indexOf(c) >= 0) {
        throw new IllegalArgumentException(
            "illegal character in the header name '" + name.replaceAll("\\p{Cntrl}", "?") + "'");
      }
    }
  }

  private static void checkValue(String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\r' || c == '\n' || c == 0) {
        throw new IllegalArgumentException(
            "the value of header '" + name + "' has a CR, LF or NUL at index " + i);
      }
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }
}
