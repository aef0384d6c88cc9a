// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson2;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sockeye.socketio.spi.JsonCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON by Jackson 2. Records, beans, collections, {@code Optional}, enums (by name) and {@code
 * java.time} (as ISO 8601 strings) work without any set-up.
 *
 * <p>{@code byte[]} and {@link ByteBuffer} travel as attachments wherever they occur. Where an
 * incoming value is no attachment, a {@code byte[]} is also read from a Base64 string.
 *
 * <p>Immutable; safe for use from any thread.
 */
public final class Jackson2JsonCodec implements JsonCodec {
  // Listeners name few types; a program that makes them up as it runs must not fill the memory.
  private static final int MAX_CACHED_READERS = 1024;

  private final ObjectMapper mapper;
  private final ObjectWriter writer;
  private final Map<Type, ObjectReader> readers;

  /** What {@link #create()} gives; for {@link java.util.ServiceLoader}. */
  public Jackson2JsonCodec() {
    this(Default.CODEC);
  }

  private Jackson2JsonCodec(Jackson2JsonCodec other) {
    this.mapper = other.mapper;
    this.writer = other.writer;
    this.readers = other.readers;
  }

  private Jackson2JsonCodec(ObjectMapper mapper) {
    this.mapper = mapper.copy().registerModule(new SocketIoModule());
    this.writer =
        this.mapper
            .writer()
            .with(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .without(SerializationFeature.INDENT_OUTPUT)
            .without(SerializationFeature.WRAP_ROOT_VALUE);
    this.readers = new ConcurrentHashMap<>();
  }

  /**
   * A codec that is strict about scalars: a number is no string, {@code 1.5} no integer, {@code 1}
   * no boolean. Unknown members are ignored; no type information is written or believed.
   */
  public static Jackson2JsonCodec create() {
    return Default.CODEC;
  }

  /**
   * A codec with the application's own mapper, of which it takes a copy. Its coercions, naming,
   * modules and mix-ins hold; binary values are attachments all the same.
   */
  public static Jackson2JsonCodec of(ObjectMapper mapper) {
    return new Jackson2JsonCodec(mapper);
  }

  private static JsonMapper defaultMapper() {
    // Peers choose the names, so they don't belong in the JVM's table of strings.
    JsonFactory factory =
        JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
    return JsonMapper.builder(factory)
        .addModules(new Jdk8Module(), new JavaTimeModule(), strictText())
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(
            DeserializationFeature.ACCEPT_FLOAT_AS_INT,
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(
            SerializationFeature.FAIL_ON_EMPTY_BEANS,
            SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
            SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }

  private static SimpleModule strictText() {
    return new SimpleModule("sockeye-strict").addDeserializer(String.class, new TextReader());
  }

  @Override
  public void encode(@Nullable Object value, OutputStream out, List<ByteBuffer> attachments)
      throws IOException {
    try (AttachmentGenerator generator =
        new AttachmentGenerator(writer.createGenerator(out), out, attachments)) {
      writer.writeValue(generator, value);
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    static final Jackson2JsonCodec CODEC = new Jackson2JsonCodec(defaultMapper());
  }
}
