// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

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
    JsonScanner scanner = new JsonScanner(utf8, 0, utf8.length, MAX_NESTING, 0);
    try {
      scanner.scanValue();
    } catch (ParseException e) {
      throw new IllegalArgumentException("no JSON value (" + e.getMessage() + ")", e);
    }
    return new Json(utf8, 0, utf8.length, List.of());
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
