// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson2;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.spi.Placeholder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  void writeAttachment(ByteBuffer bytes) throws IOException {
    delegate.writeStartObject();
    delegate.writeFieldName(Placeholder.MARK);
    delegate.writeBoolean(true);
    delegate.writeFieldName(Placeholder.NUMBER);
    delegate.writeNumber(attachments.size());
    delegate.writeEndObject();
    attachments.add(bytes);
  }

  /** Writes the text as it is; what refers to attachments gets their new numbers. */
  void writeJson(Json json, JsonFactory factory) throws IOException {
    if (json.attachments().isEmpty()) {
      // Writes what has to stand between two values, and makes way for the bytes.
      delegate.writeRawValue("");
      delegate.flush();
      out.write(json.array(), json.offset(), json.length());
      return;
    }
    try (JsonParser parser =
        AttachmentParser.over(
            factory.createParser(json.array(), json.offset(), json.length()),
            json.array(),
            json.offset(),
            json.length(),
            json.attachments())) {
      parser.nextToken();
      copyCurrentStructure(parser);
    }
  }

  @Override
  public void writeBinary(Base64Variant variant, byte[] bytes, int offset, int length)
      throws IOException {
    writeAttachment(ByteBuffer.wrap(bytes, offset, length).slice());
  }

  @Override
  public int writeBinary(Base64Variant variant, InputStream in, int length) throws IOException {
    byte[] bytes = length < 0 ? in.readAllBytes() : in.readNBytes(length);
    writeAttachment(ByteBuffer.wrap(bytes));
    return bytes.length;
  }

  @Override
  public void writeEmbeddedObject(@Nullable Object object) throws IOException {
    if (object instanceof byte[] bytes) {
      writeAttachment(ByteBuffer.wrap(bytes));
    } else {
      super.writeEmbeddedObject(object);
    }
  }

  @Override
  public void writeNumber(double number) throws IOException {
    if (Double.isFinite(number)) {
      super.writeNumber(number);
    } else {
      writeNull();
    }
  }

  @Override
  public void writeNumber(float number) throws IOException {
    if (Float.isFinite(number)) {
      super.writeNumber(number);
    } else {
      writeNull();
    }
  }

  @Override
  public void writeArray(double[] numbers, int offset, int length) throws IOException {
    writeStartArray(numbers, length);
    for (int i = offset; i < offset + length; i++) {
      writeNumber(numbers[i]);
    }
    writeEndArray();
  }
}
