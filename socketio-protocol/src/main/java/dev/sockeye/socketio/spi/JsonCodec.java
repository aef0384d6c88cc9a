// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON with binary attachments: a binary value, at any depth, stands in the JSON as {@code
 * {"_placeholder":true,"num":n}} and travels beside it. Safe for use from any thread; found by
 * {@link java.util.ServiceLoader} where none is given.
 */
public interface JsonCodec {
  /**
   * Writes a value as compact JSON in UTF-8, without flushing or closing the stream. Each {@code
   * byte[]} and {@link ByteBuffer} is added to {@code attachments} and its placeholder written, its
   * number being its index in that list. A lone surrogate is written as an escape, as {@code
   * JSON.stringify} does; NaN and the infinities as {@code null}. A {@link
   * dev.sockeye.socketio.Json} is written byte for byte, unless it has attachments, which then get
   * new numbers; an {@link dev.sockeye.socketio.Args} is written as the array of its {@link
   * dev.sockeye.socketio.Args#raw raw} arguments.
   *
   * @param attachments gets the binary values, in the order of the JSON
   * @throws IllegalArgumentException if the value can't be written as JSON
   */
  void encode(@Nullable Object value, OutputStream out, List<ByteBuffer> attachments)
      throws IOException;

  /**
   * Reads one JSON value, which is known to be well-formed, into a type. A placeholder becomes the
   * attachment of its number where there are attachments and the type wanted is {@code byte[]},
   * {@link ByteBuffer} or open ({@code Object}, then a {@code byte[]}); {@link Placeholder} finds
   * them, and no object marked as one is anything else. Names like {@code __proto__} have no
   * special meaning.
   *
   * @param attachments the attachments; empty if the packet has none, and then placeholders are
   *     plain objects
   * @return null for JSON's null
   * @throws IllegalArgumentException if the value doesn't fit the type; its message says why
   */
  @Nullable Object decode(
      byte[] json, int offset, int length, Type type, List<ByteBuffer> attachments);
}
