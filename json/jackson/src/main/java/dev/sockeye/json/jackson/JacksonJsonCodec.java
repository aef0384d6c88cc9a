// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson;

import dev.sockeye.socketio.spi.JsonCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON by Jackson 3. Records, beans, collections, {@code Optional}, enums (by name) and {@code
 * java.time} (as ISO 8601 strings) work without any set-up.
 *
 * <p>{@code byte[]} and {@link ByteBuffer} travel as attachments wherever they occur. Where an
 * incoming value is no attachment, a {@code byte[]} is also read from a Base64 string.
 *
 * <p>Immutable; safe for use from any thread.
 */
public final class JacksonJsonCodec implements JsonCodec {
  // Listeners name few types; a program that makes them up as it runs must not fill the memory.
  private static final int MAX_CACHED_READERS = 1024;

  private final JsonMapper mapper;
  private final ObjectWriter writer;
  private final Map<Type, ObjectReader> readers;

  /** What {@link #create()} gives; for {@link java.util.ServiceLoader}. */
  public JacksonJsonCodec() {
    this(Default.CODEC);
  }

  private JacksonJsonCodec(JacksonJsonCodec other) {
    this.mapper = other.mapper;
    this.writer = other.writer;
    this.readers = other.readers;
  }

  private JacksonJsonCodec(JsonMapper mapper) {
    this.mapper = mapper.rebuild().addModule(new SocketIoModule()).build();
    this.writer =
        this.mapper
            .writer()
            .with(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .without(SerializationFeature.INDENT_OUTPUT)
            .without(SerializationFeature.WRAP_ROOT_VALUE);
    this.readers = new ConcurrentHashMap<>();
  }

  /**
   * A codec that is strict about scalars: a number is no string, {@code 1.5} no integer, {@code 1}
   * no boolean. Unknown members are ignored; no type information is written or believed.
   */
  public static JacksonJsonCodec create() {
    return Default.CODEC;
  }

  /**
   * A codec with the application's own mapper, of which it takes a copy. Its coercions, naming,
   * modules and mix-ins hold; binary values are attachments all the same.
   */
  public static JacksonJsonCodec of(JsonMapper mapper) {
    return new JacksonJsonCodec(mapper);
  }

  private static JsonMapper defaultMapper() {
    return JsonMapper.builder(JsonFactory.builder().recyclerPool(BufferTable.SHARED).build())
        .disable(
            MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
        .addModule(
            new SimpleModule("sockeye-strict").addDeserializer(String.class, new TextReader()))
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }

  @Override
  public void encode(@Nullable Object value, OutputStream out, List<ByteBuffer> attachments)
      throws IOException {
    try (AttachmentGenerator generator =
        new AttachmentGenerator(writer.createGenerator(out), out, attachments)) {
      writer.writeValue(generator, value);
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  @Override
  public @Nullable Object decode(
      byte[] json, int offset, int length, Type type, List<ByteBuffer> attachments) {
    try {
      ObjectReader reader = reader(type);
      if (attachments.isEmpty()) {
        return reader.readValue(json, offset, length);
      }
      try (JsonParser parser =
          AttachmentParser.over(
              reader.createParser(json, offset, length), json, offset, length, attachments)) {
        return reader.readValue(parser);
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private ObjectReader reader(Type type) {
    ObjectReader known = readers.get(type);
    if (known != null) {
      return known;
    }
    ObjectReader reader = mapper.readerFor(mapper.constructType(type));
    if (readers.size() < MAX_CACHED_READERS) {
      readers.put(type, reader);
    }
    return reader;
  }

  /**
   * One for all who have no wishes: a mapper is large, and slow until it knows its types, and there
   * may be thousands of clients.
   */
  private static final class Default {
    static final JacksonJsonCodec CODEC = new JacksonJsonCodec(defaultMapper());
  }
}
