// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text of one packet, once, from left to right. Its fields are its one thread's. */
final class PacketReader {
  private static final PacketType[] TYPES = PacketType.values();
  private static final int[] NO_BOUNDS = {};

  private final JsonParser parser;
  private final byte[] text;
  private final int end;
  private int at;

  private PacketType type = PacketType.CONNECT;
  private int attachments;
  private String namespace = "/";
  private long id = Packet.NO_ID;
  private @Nullable String event;
  private int[] bounds = NO_BOUNDS;
  private int elements;

  PacketReader(JsonParser parser, byte[] text, int offset, int length) {
    this.parser = parser;
    this.text = text;
    this.at = offset;
    this.end = offset + length;
  }

  void read() {
    readType();
    if (type == PacketType.BINARY_EVENT || type == PacketType.BINARY_ACK) {
      readAttachments();
    }
    if (peek() == '/') {
      readNamespace();
    }
    if (isDigit(peek())) {
      readId();
    }
    readPayload();
  }

  /** How many attachments follow. */
  int attachments() {
    return attachments;
  }

  DecodedPacket packet(List<ByteBuffer> received) {
    return new DecodedPacket(plain(type), namespace, id, event, args(received));
  }

  private Args args(List<ByteBuffer> received) {
    if (bounds == NO_BOUNDS) {
      return Args.empty(); // a handshake is kept for long, and would keep the text
    }
    int first = event == null ? 0 : 1;
    return new JsonArgs(parser.codec(), text, bounds, first, elements - first, received);
  }

  private static PacketType plain(PacketType type) {
    return switch (type) {
      case BINARY_EVENT -> PacketType.EVENT;
      case BINARY_ACK -> PacketType.ACK;
      default -> type;
    };
  }

  private void readType() {
    int digit = peek() - '0';
    if (digit < 0 || digit >= TYPES.length) {
      throw new ParseException(
          "unknown packet type " + (at < end ? "" + (char) (text[at] & 0xFF) : "(empty text)"));
    }
    type = TYPES[digit];
    at++;
  }

  private void readAttachments() {
    int count = 0;
    while (isDigit(peek())) {
      // Stays above any limit once it is there, instead of overflowing.
      count = Math.min(count, parser.maxAttachments()) * 10 + text[at++] - '0';
    }
    if (peek() != '-' || count == 0) {
      throw new ParseException("Illegal attachments");
    }
    if (count > parser.maxAttachments()) {
      throw new ParseException(
          "too many attachments: at most "
              + parser.maxAttachments()
              + " are accepted (JsonParser.maxAttachments)");
    }
    attachments = count;
    at++;
  }

  private void readNamespace() {
    int from = at;
    while (at < end && text[at] != ',') {
      at++;
    }
    if (at - from > 1) {
      if (!Utf8.isValid(text, from, at)) {
        throw new ParseException("invalid namespace: not UTF-8");
      }
      namespace = parser.names().name(text, from, at);
    }
    at = Math.min(at + 1, end);
  }

  private void readId() {
    long number = 0;
    while (isDigit(peek())) {
      int digit = text[at++] - '0';
      if (number > (Long.MAX_VALUE - digit) / 10) {
        throw new ParseException("invalid ack id: larger than " + Long.MAX_VALUE);
      }
      number = number * 10 + digit;
    }
    id = number;
  }

  private void readPayload() {
    switch (type) {
      case CONNECT -> {
        if (at < end) {
          readValue("{");
        }
      }
      case CONNECT_ERROR -> readValue("{\"");
      case DISCONNECT -> {
        if (at < end) {
          throw new ParseException("invalid payload: DISCONNECT has none");
        }
      }
      case ACK, BINARY_ACK -> readArray();
      case EVENT, BINARY_EVENT -> {
        readArray();
        event = readEvent();
      }
    }
  }

  private void readValue(String firstCharacters) {
    JsonScanner scanner = new JsonScanner(text, at, end, parser.maxNesting(), 0);
    scanner.scanValue();
    take(scanner);
    if (firstCharacters.indexOf(text[bounds[0]]) < 0) {
      throw new ParseException("invalid payload: not what " + type + " carries");
    }
  }

  private void readArray() {
    JsonScanner scanner = new JsonScanner(text, at, end, parser.maxNesting(), attachments);
    scanner.scanArray();
    take(scanner);
  }

  private void take(JsonScanner scanner) {
    bounds = scanner.bounds();
    elements = scanner.elements();
  }

  private String readEvent() {
    if (elements == 0) {
      throw new ParseException("invalid payload: an event without a name");
    }
    int from = bounds[0];
    int to = bounds[1];
    int first = text[from];
    if (first == '-' || isDigit(first)) {
      return EventNumber.name(parser.names().name(text, from, to));
    }
    if (first != '"') {
      throw new ParseException("invalid payload: an event's name is a string or a number");
    }
    String name =
        JsonString.hasEscapes(text, from, to)
            ? JsonString.unescape(text, from, to)
            : parser.names().name(text, from + 1, to - 1);
    ReservedEvents.refuse(name);
    return name;
  }

  private int peek() {
    return at < end ? text[at] : -1;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
