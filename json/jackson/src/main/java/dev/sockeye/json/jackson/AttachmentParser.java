// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson;

import dev.sockeye.socketio.spi.Placeholder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;

/** Reads a placeholder as one token: the attachment, embedded, as binary formats have it. */
final class AttachmentParser extends JsonParserDelegate {
  private final byte[] json;
  private final int offset;
  private final int end;
  private final List<ByteBuffer> attachments;
  // Not null while the current token is a placeholder, whose end is then the delegate's token.
  private @Nullable ByteBuffer attachment;

  private AttachmentParser(
      JsonParser delegate, byte[] json, int offset, int end, List<ByteBuffer> attachments) {
    super(delegate);
    this.json = json;
    this.offset = offset;
    this.end = end;
    this.attachments = attachments;
  }

  /** A parser that has its own delegate read the same bytes. */
  static AttachmentParser over(
      JsonParser delegate, byte[] json, int offset, int length, List<ByteBuffer> attachments) {
    return new AttachmentParser(delegate, json, offset, offset + length, attachments);
  }

  /** The attachment that is the current token; null if that is something else. */
  @Nullable ByteBuffer attachment() {
    return attachment;
  }

  private @Nullable JsonToken moved(@Nullable JsonToken token) {
    attachment = token == JsonToken.START_OBJECT ? attachmentHere() : null;
    if (attachment == null) {
      return token;
    }
    delegate.skipChildren();
    return JsonToken.VALUE_EMBEDDED_OBJECT;
  }

  private @Nullable ByteBuffer attachmentHere() {
    int at = offset + (int) delegate.currentTokenLocation().getByteOffset();
    int number = Placeholder.numberAt(json, at, end);
    return number >= 0 && number < attachments.size() ? attachments.get(number) : null;
  }

  @Override
  public @Nullable JsonToken nextToken() {
    return moved(delegate.nextToken());
  }

  @Override
  public @Nullable JsonToken nextValue() {
    return moved(delegate.nextValue());
  }

  @Override
  public @Nullable String nextName() {
    String name = delegate.nextName();
    moved(delegate.currentToken());
    return name;
  }

  @Override
  public boolean nextName(SerializableString name) {
    boolean matches = delegate.nextName(name);
    moved(delegate.currentToken());
    return matches;
  }

  @Override
  public int nextNameMatch(PropertyNameMatcher matcher) {
    int match = delegate.nextNameMatch(matcher);
    moved(delegate.currentToken());
    return match;
  }

  @Override
  public @Nullable JsonToken currentToken() {
    return attachment == null ? delegate.currentToken() : JsonToken.VALUE_EMBEDDED_OBJECT;
  }

  @Override
  public int currentTokenId() {
    return attachment == null ? delegate.currentTokenId() : JsonToken.VALUE_EMBEDDED_OBJECT.id();
  }

  @Override
  public boolean hasTokenId(int id) {
    return currentTokenId() == id;
  }

  @Override
  public boolean hasToken(JsonToken token) {
    return currentToken() == token;
  }

  @Override
  public JsonParser skipChildren() {
    if (attachment == null) {
      delegate.skipChildren();
    }
    return this;
  }

  @Override
  public @Nullable Object getEmbeddedObject() {
    return attachment == null ? delegate.getEmbeddedObject() : bytes(attachment);
  }

  @Override
  public byte[] getBinaryValue(Base64Variant variant) {
    return attachment == null ? delegate.getBinaryValue(variant) : bytes(attachment);
  }

  @Override
  public int readBinaryValue(Base64Variant variant, OutputStream out) {
    byte[] bytes = getBinaryValue(variant);
    try {
      out.write(bytes);
      return bytes.length;
    } catch (IOException e) {
      throw JacksonIOException.construct(e, this);
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    if (buffer.hasArray()
        && buffer.arrayOffset() == 0
        && buffer.position() == 0
        && buffer.remaining() == buffer.array().length) {
      return buffer.array();
    }
    byte[] copy = new byte[buffer.remaining()];
    buffer.duplicate().get(copy);
    return copy;
  }
}
