// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

// tag::parser[]
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.BindingException;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.PacketType;
import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.Parser;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Each packet is one JSON object; there are no blobs. */
final class WholeJsonParser implements Parser {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** What is on the wire. */
  record Wire(int type, String nsp, Long id, List<Object> data) {}

  @Override
  public EncodedPacket encode(Packet packet) {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("type", packet.type().ordinal());
    wire.put("nsp", packet.namespace());
    if (packet.id() != Packet.NO_ID) {
      wire.put("id", packet.id());
    }
    if (packet.data() != null) {
      wire.put("data", packet.data() instanceof List ? packet.data() : List.of(packet.data()));
    }
    return new EncodedPacket(ByteBuffer.wrap(MAPPER.writeValueAsBytes(wire)), false, List.of());
  }

  @Override
  public Decoder newDecoder() {
    return new Decoder() {
      @Override
      public DecodedPacket addText(byte[] array, int offset, int length) {
        try {
          return decode(MAPPER.readValue(array, offset, length, Wire.class));
        } catch (JacksonException e) {
          throw new ParseException("no packet: " + e.getOriginalMessage());
        }
      }

      @Override
      public DecodedPacket addBinary(byte[] array, int offset, int length) {
        throw new ParseException("this parser knows no blobs");
      }
    };
  }

  private static DecodedPacket decode(Wire wire) {
    List<Object> data = wire.data() == null ? List.of() : wire.data();
    if (wire.nsp() == null || wire.type() < 0 || wire.type() > 4) {
      throw new ParseException("a packet has a type from 0 to 4, and a namespace");
    }
    PacketType type = PacketType.values()[wire.type()];
    long id = wire.id() == null ? Packet.NO_ID : wire.id();
    if (type != PacketType.EVENT) {
      return new DecodedPacket(type, wire.nsp(), id, null, new Values(data));
    }
    if (data.isEmpty() || !(data.get(0) instanceof String event)) {
      throw new ParseException("an event has a name");
    }
    return new DecodedPacket(type, wire.nsp(), id, event, new Values(data.subList(1, data.size())));
  }

  /** Arguments that have been decoded, and are bound when a listener asks for a type. */
  private record Values(List<Object> values) implements Args {
    @Override
    public int size() {
      return values.size();
    }

    @Override
    public Object get(int index, Type type) {
      try {
        Object value = index < values.size() ? values.get(index) : null;
        return MAPPER.convertValue(value, MAPPER.constructType(type));
      } catch (JacksonException e) {
        throw new BindingException(index, type, e.getOriginalMessage(), e);
      }
    }
  }
}
// end::parser[]
