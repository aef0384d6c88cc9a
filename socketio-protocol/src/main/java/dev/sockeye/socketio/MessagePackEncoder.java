// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import dev.sockeye.socketio.spi.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes packets, and the values of Java in them. Plain data goes straight to the writer; what else
 * there is becomes plain data on the way through the JSON library. Used once, by one thread.
 */
final class MessagePackEncoder {
  /** As deep as the JSON libraries write; deeper is most often a value that contains itself. */
  private static final int MAX_NESTING = 500;

  private final JsonCodec codec;
  private final MessagePackWriter out;

  /** Whether dates are MessagePack's own, as between nodes; else those of Socket.IO's parser. */
  private final boolean betweenNodes;

  MessagePackEncoder(JsonCodec codec, Scratch scratch, boolean betweenNodes) {
    this.codec = codec;
    this.betweenNodes = betweenNodes;
    this.out = new MessagePackWriter(scratch);
  }

  /** Writes a packet; its members in the order in which the reference server has them. */
  void packet(Packet packet) {
    Object data = packet.data();
    boolean hasId = packet.id() != Packet.NO_ID;
    boolean isAck = packet.type() == PacketType.ACK;
    out.map(2 + (data == null ? 0 : 1) + (hasId ? 1 : 0));
    if (isAck) {
      id(packet, hasId);
    }
    out.string("type");
    out.integer(packet.type().ordinal());
    if (data != null) {
      out.string("data");
      payload(data);
    }
    if (!isAck) {
      id(packet, hasId);
    }
    out.string("nsp");
    out.string(packet.namespace());
  }

  private void id(Packet packet, boolean hasId) {
    if (hasId) {
      out.string("id");
      out.integer(packet.id());
    }
  }

  private void payload(Object data) {
    if (!(data instanceof List<?> list)) {
      value(data, 1);
      return;
    }
    out.array(list.size());
    for (int i = 0; i < list.size(); i++) {
      try {
        value(list.get(i), 2);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "value " + i + " of " + list.size() + " can't be sent: " + e.getMessage(), e);
      }
    }
  }

  /** Writes any value. */
  void value(@Nullable Object value) {
    value(value, 1);
  }

  /**
   * @param level how deep the value lies, itself included
   */
  private void value(@Nullable Object value, int level) {
    if (level > MAX_NESTING) {
      throw new IllegalArgumentException(
          "nesting depth over " + MAX_NESTING + ": does the value contain itself?");
    }
    if (value == null) {
      out.nil();
    } else if (value instanceof String text) {
      out.string(text);
    } else if (value instanceof Boolean bool) {
      out.bool(bool);
    } else if (value instanceof Number number) {
      number(number, level);
    } else if (value instanceof byte[] bytes) {
      out.blob(ByteBuffer.wrap(bytes));
    } else if (value instanceof ByteBuffer buffer) {
      out.blob(buffer);
    } else if (value instanceof List<?> list) {
      list(list, level);
    } else if (value instanceof Map<?, ?> map && hasStringKeys(map)) {
      map(map, level);
    } else if (value instanceof Instant time) {
      date(time);
    } else if (value instanceof Args args) {
      args(args, level);
    } else {
      foreign(value, level);
    }
  }

  private void date(Instant time) {
    if (betweenNodes) {
      out.timestamp(time.truncatedTo(ChronoUnit.MILLIS)); // JavaScript's dates have no more
    } else {
      out.date(time.toEpochMilli());
    }
  }

  private void number(Number number, int level) {
    if (number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte) {
      out.integer(number.longValue());
    } else if (number instanceof Double || number instanceof Float) {
      out.real(number.doubleValue());
    } else if (number instanceof BigInteger integer) {
      out.integer(integer);
    } else if (number instanceof BigDecimal) {
      out.real(number.doubleValue());
    } else {
      foreign(number, level);
    }
  }

  private void list(List<?> list, int level) {
    out.array(list.size());
    for (Object element : list) {
      value(element, level + 1);
    }
  }

  private static boolean hasStringKeys(Map<?, ?> map) {
    for (Object key : map.keySet()) {
      if (!(key instanceof String)) {
        return false;
      }
    }
    return true;
  }

  private void map(Map<?, ?> map, int level) {
    out.map(map.size());
    map.forEach(
        (key, value) -> {
          out.string((String) key);
          value(value, level + 1);
        });
  }

  private void args(Args args, int level) {
    out.array(args.size());
    if (args instanceof MessagePackArgs received && !betweenNodes) {
      received.copyTo(out);
      return;
    }
    for (int i = 0; i < args.size(); i++) {
      value(args.raw(i), level + 1);
    }
  }

  /** Has the JSON library write a value, and writes what it reads then. */
  private void foreign(Object value, int level) {
    Scratch scratch = Scratch.take();
    Object plain;
    try {
      scratch.reset(0);
      List<ByteBuffer> attachments = new ArrayList<>(0);
      codec.encode(value, scratch, attachments);
      byte[] json = scratch.toByteArray();
      plain = codec.decode(json, 0, json.length, Object.class, attachments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      scratch.giveBack();
    }
    // One level deeper, so that a library which reads no plain data leads to no end either.
    value(plain, level + 1);
  }
}
