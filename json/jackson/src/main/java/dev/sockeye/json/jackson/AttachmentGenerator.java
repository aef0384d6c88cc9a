// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson;

import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.spi.Placeholder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.util.JsonGeneratorDelegate;

/**
 * Writes placeholders where Jackson would write Base64, whoever asks for it: a field, an element, a
 * tree or an application's own serializer. And it writes what is no number in JSON as null.
 */
final class AttachmentGenerator extends JsonGeneratorDelegate {
  private final OutputStream out;
  private final List<ByteBuffer> attachments;

  AttachmentGenerator(JsonGenerator delegate, OutputStream out, List<ByteBuffer> attachments) {
    super(delegate, false);
    this.out = out;
    this.attachments = attachments;
  }

  JsonGenerator writeAttachment(ByteBuffer bytes) {
    delegate.writeStartObject();
    delegate.writeName(Placeholder.MARK);
    delegate.writeBoolean(true);
    delegate.writeName(Placeholder.NUMBER);
    delegate.writeNumber(attachments.size());
    delegate.writeEndObject();
    attachments.add(bytes);
    return this;
  }

  /** Writes the text as it is; what refers to attachments gets their new numbers. */
  void writeJson(Json json) {
    if (json.attachments().isEmpty()) {
      writeVerbatim(json);
      return;
    }
    try (JsonParser parser =
        AttachmentParser.over(
            delegate
                .objectWriteContext()
                .tokenStreamFactory()
                .createParser(
                    ObjectReadContext.empty(), json.array(), json.offset(), json.length()),
            json.array(),
            json.offset(),
            json.length(),
            json.attachments())) {
      parser.nextToken();
      copyCurrentStructure(parser);
    }
  }

  private void writeVerbatim(Json json) {
    // Writes what has to stand between two values, and makes way for the bytes.
    delegate.writeRawValue("");
    delegate.flush();
    try {
      out.write(json.array(), json.offset(), json.length());
    } catch (IOException e) {
      throw JacksonIOException.construct(e, this);
    }
  }

  @Override
  public JsonGenerator writeBinary(Base64Variant variant, byte[] bytes, int offset, int length) {
    return writeAttachment(ByteBuffer.wrap(bytes, offset, length).slice());
  }

  @Override
  public int writeBinary(Base64Variant variant, InputStream in, int length) {
    try {
      byte[] bytes = length < 0 ? in.readAllBytes() : in.readNBytes(length);
      writeAttachment(ByteBuffer.wrap(bytes));
      return bytes.length;
    } catch (IOException e) {
      throw JacksonIOException.construct(e, this);
    }
  }

  @Override
  public JsonGenerator writeEmbeddedObject(@Nullable Object object) {
    return object instanceof byte[] bytes
        ? writeAttachment(ByteBuffer.wrap(bytes))
        : super.writeEmbeddedObject(object);
  }

  @Override
  public JsonGenerator writeNumber(double number) {
    return Double.isFinite(number) ? super.writeNumber(number) : writeNull();
  }

  @Override
  public JsonGenerator writeNumber(float number) {
    return Float.isFinite(number) ? super.writeNumber(number) : writeNull();
  }

  @Override
  public JsonGenerator writeArray(double[] numbers, int offset, int length) {
    writeStartArray(numbers, length);
    for (int i = offset; i < offset + length; i++) {
      writeNumber(numbers[i]);
    }
    return writeEndArray();
  }
}
