// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Json;
import java.nio.ByteBuffer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** What Jackson doesn't know: our own types, and buffers that aren't to be copied. */
final class SocketIoModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  SocketIoModule() {
    super("sockeye-socketio");
    addSerializer(new BufferWriter());
    addSerializer(new JsonWriter());
    addSerializer(new ArgsWriter());
    addDeserializer(ByteBuffer.class, new BufferReader());
  }

  private static final class BufferWriter extends StdSerializer<ByteBuffer> {
    BufferWriter() {
      super(ByteBuffer.class);
    }

    @Override
    public void serialize(ByteBuffer value, JsonGenerator generator, SerializationContext context) {
      if (generator instanceof AttachmentGenerator attaching) {
        attaching.writeAttachment(value.slice());
      } else {
        byte[] copy = new byte[value.remaining()];
        value.duplicate().get(copy);
        generator.writeBinary(copy);
      }
    }
  }

  private static final class JsonWriter extends StdSerializer<Json> {
    JsonWriter() {
      super(Json.class);
    }

    @Override
    public void serialize(Json value, JsonGenerator generator, SerializationContext context) {
      if (generator instanceof AttachmentGenerator attaching) {
        attaching.writeJson(value);
      } else {
        generator.writeRawValue(value.toString());
      }
    }
  }

  private static final class ArgsWriter extends StdSerializer<Args> {
    ArgsWriter() {
      super(Args.class);
    }

    @Override
    public void serialize(Args value, JsonGenerator generator, SerializationContext context) {
      generator.writeStartArray();
      for (int i = 0; i < value.size(); i++) {
        generator.writePOJO(value.raw(i));
      }
      generator.writeEndArray();
    }
  }

  private static final class BufferReader extends StdDeserializer<ByteBuffer> {
    BufferReader() {
      super(ByteBuffer.class);
    }

    @Override
    public ByteBuffer deserialize(JsonParser parser, DeserializationContext context) {
      ByteBuffer attachment =
          parser instanceof AttachmentParser attached ? attached.attachment() : null;
      return attachment == null
          ? ByteBuffer.wrap(parser.getBinaryValue())
          : attachment.asReadOnlyBuffer();
    }
  }
}
