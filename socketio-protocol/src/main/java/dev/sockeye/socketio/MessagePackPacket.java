// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import dev.sockeye.socketio.MessagePackReader.Kind;
import dev.sockeye.socketio.spi.JsonCodec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one packet, a map whose keys may have any order, and checks all of it; notes where its
 * arguments lie and decodes nothing else. Used once, by one thread.
 */
final class MessagePackPacket {
  private static final PacketType[] TYPES = {
    PacketType.CONNECT,
    PacketType.DISCONNECT,
    PacketType.EVENT,
    PacketType.ACK,
    PacketType.CONNECT_ERROR
  };
  private static final int[] NO_STARTS = {0};
  private static final int INITIAL_STARTS = 5;

  private final byte[] bytes;
  private final NameTable names;
  private final MessagePackReader in;
  private final MessagePackScanner scanner;

  private @Nullable PacketType type;
  private @Nullable String namespace;
  private long id = Packet.NO_ID;

  /** What the payload is; null if there is none. */
  private @Nullable Kind payload;

  /** Where each value of the payload begins and, after them, where the last one ends. */
  private int[] starts = NO_STARTS;

  private int elements;

  MessagePackPacket(byte[] bytes, int offset, int length, NameTable names, int maxNesting) {
    this.bytes = bytes;
    this.names = names;
    this.in = new MessagePackReader(bytes, offset, offset + length);
    this.scanner = new MessagePackScanner(in, maxNesting);
  }

  void read() {
    if (in.next() != Kind.MAP) {
      throw new ParseException("invalid packet type: the packet is no map");
    }
    for (int left = in.length(); left > 0; left--) {
      switch (readKey()) {
        case "type" -> readType();
        case "nsp" -> readNamespace();
        case "id" -> readId();
        case "data" -> readPayload();
        default -> skip(1);
      }
    }
    if (!in.isAtEnd()) {
      throw new ParseException("trailing bytes after the packet");
    }
  }

  DecodedPacket decoded(JsonCodec codec) {
    PacketType checked = type;
    String nsp = namespace;
    if (checked == null) {
      throw new ParseException("invalid packet type: there is none");
    }
    if (nsp == null) {
      throw new ParseException("invalid namespace: there is none");
    }
    if (!isPayloadOf(checked)) {
      throw new ParseException("invalid payload: not what " + checked + " carries");
    }
    String event = checked == PacketType.EVENT ? readEvent() : null;
    int first = event == null ? 0 : 1;
    Args args = new MessagePackArgs(codec, bytes, starts, first, elements - first);
    return new DecodedPacket(checked, nsp, id, event, args);
  }

  private boolean isPayloadOf(PacketType checked) {
    return switch (checked) {
      case CONNECT -> payload == null || payload == Kind.MAP;
      case DISCONNECT -> payload == null;
      case CONNECT_ERROR -> payload == Kind.STRING || payload == Kind.MAP;
      default -> payload == Kind.ARRAY;
    };
  }

  private String readKey() {
    if (in.next() != Kind.STRING) {
      throw new ParseException("invalid packet: a key that is no text");
    }
    checkText();
    return names.name(bytes, in.start(), in.start() + in.length());
  }

  private void readType() {
    long number = readInteger("packet type");
    if (number < 0 || number >= TYPES.length) {
      throw new ParseException("invalid packet type: " + number);
    }
    type = TYPES[(int) number];
  }

  private void readNamespace() {
    if (in.next() != Kind.STRING || in.length() == 0 || bytes[in.start()] != '/') {
      throw new ParseException("invalid namespace: no text that begins with a slash");
    }
    checkText();
    namespace = names.name(bytes, in.start(), in.start() + in.length());
  }

  private void readId() {
    int start = in.at();
    if (in.next() == Kind.UNDEFINED) {
      id = Packet.NO_ID;
      return;
    }
    in.seek(start);
    id = readInteger("packet id");
    if (id < 0) {
      throw new ParseException("invalid packet id: " + id);
    }
  }

  /** Numbers have one kind in JavaScript, so one without a fraction counts as an integer. */
  private long readInteger(String what) {
    Kind kind = in.next();
    if (kind == Kind.INTEGER) {
      return in.number();
    }
    if (kind == Kind.FLOAT && in.real() == (long) in.real()) {
      return (long) in.real();
    }
    throw new ParseException("invalid " + what + ": not an integer of 63 bits");
  }

  private void readPayload() {
    int start = in.at();
    payload = in.next();
    elements = 0;
    if (payload == Kind.UNDEFINED) {
      payload = null;
      return;
    }
    starts = new int[INITIAL_STARTS];
    if (payload == Kind.ARRAY) {
      for (int left = in.length(); left > 0; left--) {
        addElement(in.at());
        skip(2);
      }
    } else {
      addElement(start);
      in.seek(start);
      skip(1);
    }
    starts[elements] = in.at();
  }

  private void addElement(int start) {
    if (elements + 2 > starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    starts[elements++] = start;
  }

  private String readEvent() {
    if (elements == 0) {
      throw new ParseException("invalid payload: an event without a name");
    }
    in.seek(starts[0]);
    Kind kind = in.next();
    if (kind == Kind.STRING) {
      String name = names.name(bytes, in.start(), in.start() + in.length());
      ReservedEvents.refuse(name);
      return name;
    }
    return switch (kind) {
      case INTEGER -> Long.toString(in.number());
      case UNSIGNED -> Long.toUnsignedString(in.number());
      case FLOAT -> EventNumber.name(in.real());
      default ->
          throw new ParseException("invalid payload: an event's name is a string or a number");
    };
  }

  private void skip(int level) {
    scanner.skip(level);
  }

  private void checkText() {
    scanner.checkText();
  }
}
