// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value as its text, with the attachments that it refers to: what passes an argument on
 * without decoding it. {@code args.get(0, Json.class)} gives one, and wherever a value may be sent,
 * at any depth, one can be sent.
 *
 * <p>Without attachments it is sent byte for byte. Immutable; safe to share.
 */
public final class Json {
  static final Json NULL = Json.of("null");

  private static final int MAX_NESTING = 1000;

  private final byte[] array;
  private final int offset;
  private final int length;
  private final List<ByteBuffer> attachments;

  Json(byte[] array, int offset, int length, List<ByteBuffer> attachments) {
    this.array = array;
    this.offset = offset;
    this.length = length;
    this.attachments = attachments;
  }

  /**
   * A value that was written as JSON elsewhere.
   *
   * @throws IllegalArgumentException if the text is not one JSON value
   */
  public static Json of(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return of(utf8, 0, utf8.length);
  }

  /**
   * A value that was written as JSON elsewhere, in UTF-8.
   *
   * @param utf8 holds the text; not changed afterwards, and kept
   * @throws IllegalArgumentException if the bytes are not one JSON value
   */
  public static Json of(byte[] utf8, int offset, int length) {
    Json json = new Json(utf8, offset, length, List.of());
    try {
      json.scanner().scanValue();
    } catch (ParseException e) {
      throw new IllegalArgumentException("no JSON value (" + e.getMessage() + ")", e);
    }
    return json;
  }

  private JsonScanner scanner() {
    return new JsonScanner(array, offset, offset + length, MAX_NESTING, attachments.size());
  }

  /** The array that holds the text in UTF-8, from {@link #offset()} on; not to be changed. */
  public byte[] array() {
    return array;
  }

  /** The index of the first byte in {@link #array()}. */
  public int offset() {
    return offset;
  }

  /** The number of bytes. */
  public int length() {
    return length;
  }

  /** What the placeholders in the text refer to; empty if there are none. */
  public List<ByteBuffer> attachments() {
    return attachments;
  }

  // --- what is in it, without decoding the rest

  /** The text of a string; empty if the value is something else. */
  public Optional<String> string() {
    int from = first();
    if (array[from] != '"') {
      return Optional.empty();
    }
    int end = offset + length;
    while (array[end - 1] != '"') {
      end--; // white space
    }
    return Optional.of(
        JsonString.hasEscapes(array, from, end)
            ? JsonString.unescape(array, from, end)
            : new String(array, from + 1, end - from - 2, UTF_8));
  }

  /** The index of the first byte that is no white space. */
  private int first() {
    int at = offset;
    while (array[at] == ' ' || array[at] == '\n' || array[at] == '\r' || array[at] == '\t') {
      at++;
    }
    return at;
  }

  /** The elements of an array, as slices of its text; empty if the value is something else. */
  public List<Json> elements() {
    if (array[first()] != '[') {
      return List.of();
    }
    JsonScanner scanner = scanner();
    scanner.scanArray();
    List<Json> elements = new ArrayList<>(scanner.elements());
    for (int i = 0; i < scanner.elements(); i++) {
      elements.add(slice(scanner.bounds(), i));
    }
    return Collections.unmodifiableList(elements);
  }

  /**
   * The members of an object, as slices of its text, in their order; of a name that stands there
   * twice the last one. Empty if the value is something else.
   */
  public Map<String, Json> members() {
    if (array[first()] != '{') {
      return Map.of();
    }
    JsonScanner scanner = scanner();
    scanner.scanObject();
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = 0; i < scanner.elements(); i += 2) {
      String name = slice(scanner.bounds(), i).string().orElseThrow();
      members.put(name, slice(scanner.bounds(), i + 1));
    }
    return Collections.unmodifiableMap(members);
  }

  private Json slice(int[] bounds, int index) {
    int from = bounds[2 * index];
    return new Json(array, from, bounds[2 * index + 1] - from, attachments);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Json that
        && attachments.equals(that.attachments)
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    return ByteBuffer.wrap(array, offset, length).hashCode();
  }

  /** The text. */
  @Override
  public String toString() {
    return new String(array, offset, length, UTF_8);
  }
}
