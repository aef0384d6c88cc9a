// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sockeye.socketio.MessagePackReader.Kind;
import dev.sockeye.socketio.spi.Placeholder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a value, which has been checked, as the JSON that JavaScript would make of it, blobs as
 * attachments. Used once, by one thread.
 */
final class MessagePackToJson {
  private static final byte[] NULL = ascii("null");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final byte[] HEX = ascii("0123456789abcdef");

  /** What a peer calls so is no placeholder, but would be taken for one if written plainly. */
  private static final byte[] ESCAPED_MARK =
      ascii("\"\\u005f" + Placeholder.MARK.substring(1) + "\"");

  /** Integers of JavaScript's numbers are exact below it. */
  private static final double EXACT_BELOW = 0x1p53;

  /** As {@code Date.toISOString()} has it. */
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final MessagePackReader in;
  private final Scratch out;
  private final List<ByteBuffer> blobs = new ArrayList<>(0);

  /** Whether MessagePack's own timestamps are dates; Socket.IO's parser has others. */
  private final boolean betweenNodes;

  private MessagePackToJson(MessagePackReader in, Scratch out, boolean betweenNodes) {
    this.in = in;
    this.out = out;
    this.betweenNodes = betweenNodes;
  }

  /** Reads the next value of what a client has sent. */
  static Json read(MessagePackReader in) {
    return read(in, false);
  }

  /** Reads the next value. */
  static Json read(MessagePackReader in, boolean betweenNodes) {
    Scratch scratch = Scratch.take();
    try {
      scratch.reset(0);
      MessagePackToJson transcoder = new MessagePackToJson(in, scratch, betweenNodes);
      transcoder.value();
      byte[] json = scratch.toByteArray();
      return new Json(json, 0, json.length, List.copyOf(transcoder.blobs));
    } finally {
      scratch.giveBack();
    }
  }

  private void value() {
    switch (in.next()) {
      case NIL, UNDEFINED -> write(NULL);
      case BOOLEAN -> write(in.number() != 0 ? TRUE : FALSE);
      case INTEGER -> write(ascii(Long.toString(in.number())));
      case UNSIGNED -> write(ascii(Long.toUnsignedString(in.number())));
      case FLOAT -> real(in.real());
      case STRING -> string();
      case BLOB -> blob();
      case DATE -> write(ascii('"' + Instant.ofEpochMilli(in.number()).toString() + '"'));
      case EXTENSION -> extension();
      case ARRAY -> array(in.length());
      case MAP -> map(in.length());
    }
  }

  private void real(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      write(NULL);
    } else if (number == Math.rint(number) && Math.abs(number) < EXACT_BELOW) {
      write(ascii(Long.toString((long) number)));
    } else {
      write(ascii(Double.toString(number)));
    }
  }

  private void blob() {
    write(ascii("{\"" + Placeholder.MARK + "\":true,\"" + Placeholder.NUMBER + "\":"));
    write(ascii(blobs.size() + "}"));
    blobs.add(in.slice());
  }

  private void extension() {
    if (betweenNodes && in.number() == MessagePack.TIMESTAMP) {
      write(ascii('"' + ISO.format(MessagePackTimestamp.read(in.slice())) + '"'));
      return;
    }
    write(ascii("[" + in.number() + ","));
    blob();
    out.write(']');
  }

  private void array(int size) {
    out.write('[');
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        out.write(',');
      }
      value();
    }
    out.write(']');
  }

  private void map(int size) {
    out.write('{');
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        out.write(',');
      }
      key();
      out.write(':');
      value();
    }
    out.write('}');
  }

  private void key() {
    if (in.next() == Kind.INTEGER) {
      write(ascii("\"" + in.number() + "\""));
    } else if (in.length() == Placeholder.MARK.length() && in.text().equals(Placeholder.MARK)) {
      write(ESCAPED_MARK);
    } else {
      string();
    }
  }

  /** Writes the string that was read, with the escapes that JSON needs. */
  private void string() {
    byte[] utf8 = in.bytes();
    int end = in.start() + in.length();
    int written = in.start();
    out.write('"');
    for (int i = written; i < end; i++) {
      byte c = utf8[i];
      if (c == '"' || c == '\\' || (c >= 0 && c < ' ')) {
        out.write(utf8, written, i - written);
        written = i + 1;
        escape(c);
      }
    }
    out.write(utf8, written, end - written);
    out.write('"');
  }

  private void escape(byte c) {
    out.write('\\');
    if (c == '"' || c == '\\') {
      out.write(c);
    } else {
      out.write('u');
      out.write('0');
      out.write('0');
      out.write(HEX[c >> 4]);
      out.write(HEX[c & 0xF]);
    }
  }

  private void write(byte[] ascii) {
    out.write(ascii, 0, ascii.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
