// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Json;
import java.io.IOException;
import java.nio.ByteBuffer;

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
    private static final long serialVersionUID = 1L;

    BufferWriter() {
      super(ByteBuffer.class);
    }

    @Override
    public void serialize(ByteBuffer value, JsonGenerator generator, SerializerProvider context)
        throws IOException {
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
    private static final long serialVersionUID = 1L;

    JsonWriter() {
      super(Json.class);
    }

    @Override
    public void serialize(Json value, JsonGenerator generator, SerializerProvider context)
        throws IOException {
      if (generator instanceof AttachmentGenerator attaching) {
        attaching.writeJson(value, generator.getCodec().getFactory());
      } else {
        generator.writeRawValue(value.toString());
      }
    }
  }

  private static final class ArgsWriter extends StdSerializer<Args> {
    private static final long serialVersionUID = 1L;

    ArgsWriter() {
      super(Args.class);
    }

    @Override
    public void serialize(Args value, JsonGenerator generator, SerializerProvider context)
        throws IOException {
      generator.writeStartArray();
      for (int i = 0; i < value.size(); i++) {
        context.defaultSerializeValue(value.raw(i), generator);
      }
      generator.writeEndArray();
    }
  }

  private static final class BufferReader extends StdDeserializer<ByteBuffer> {
    private static final long serialVersionUID = 1L;

    BufferReader() {
      super(ByteBuffer.class);
    }

    @Override
    public ByteBuffer deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      ByteBuffer attachment =
          parser instanceof AttachmentParser attached ? attached.attachment() : null;
      return attachment == null
          ? ByteBuffer.wrap(parser.getBinaryValue())
          : attachment.asReadOnlyBuffer();
    }
  }
}
