// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sockeye.engineio.RawData;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Polling for browsers that may load scripts of another site, and send forms to it, but not read
 * its answers: those of Internet Explorer's time. A session whose handshake has the parameter
 * {@code j} polls so, in either revision of the protocol.
 *
 * <pre>
 * GET …&amp;j=0     ___eio[0]("4hello");     the payload as a string of JavaScript
 * POST          d=4hello                 the payload as a field of a form
 * </pre>
 *
 * <p>A line break in the field would be the form's own, so the client writes one as {@code \n} and
 * what already looks like it as {@code \\n}.
 */
final class Jsonp {
  private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);
  private static final String ESCAPED = "\"\\\b\f\n\r\t";
  private static final String LETTERS = "\"\\bfnrt";

  private final byte[] head;

  private Jsonp(String index) {
    this.head = ("___eio[" + index + "](\"").getBytes(US_ASCII);
  }

  /** What a query asks for; null if it doesn't ask for JSONP. */
  static @Nullable Jsonp of(String rawQuery) {
    if (!rawQuery.contains("j=")) {
      return null;
    }
    String index = QueryString.parse(rawQuery).get("j");
    // Only digits may get into a script.
    return index == null ? null : new Jsonp(index.replaceAll("[^0-9]", ""));
  }

  // --- out

  /** The script that hands a payload, a text in UTF-8, to the client. */
  RawData script(RawData payload) {
    ByteArrayOutputStream script = new ByteArrayOutputStream(payload.length() + head.length + 16);
    script.writeBytes(head);
    byte[] utf8 = payload.array();
    int end = payload.offset() + payload.length();
    int written = payload.offset();
    for (int i = written; i < end; i++) {
      int special = lengthOfSpecial(utf8, i, end);
      if (special > 0) {
        script.write(utf8, written, i - written);
        escape(utf8, i, special, script);
        written = i + special;
      }
    }
    script.write(utf8, written, end - written);
    script.writeBytes("\");".getBytes(US_ASCII));
    byte[] bytes = script.toByteArray();
    return RawData.text(bytes, 0, bytes.length);
  }

  /** The bytes of a character that can't stand in a string of JavaScript; 0 if it can. */
  private static int lengthOfSpecial(byte[] utf8, int at, int end) {
    byte c = utf8[at];
    if (c == '"' || c == '\\' || (c >= 0 && c < ' ')) {
      return 1;
    }
    return c == (byte) 0xe2 && isLineSeparator(utf8, at, end) ? 3 : 0;
  }

  /** U+2028 and U+2029 may stand in JSON, but ended a line in older JavaScript. */
  private static boolean isLineSeparator(byte[] utf8, int at, int end) {
    return at + 2 < end
        && utf8[at + 1] == (byte) 0x80
        && (utf8[at + 2] == (byte) 0xa8 || utf8[at + 2] == (byte) 0xa9);
  }

  private static void escape(byte[] utf8, int at, int length, ByteArrayOutputStream script) {
    script.write('\\');
    int letter = ESCAPED.indexOf(utf8[at]);
    if (letter >= 0) {
      script.write(LETTERS.charAt(letter));
      return;
    }
    int c = length == 1 ? utf8[at] : 0x2000 + (utf8[at + 2] & 0x3f);
    script.write('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      script.write(HEX[(c >> shift) & 0xf]);
    }
  }

  // --- in

  /**
   * The payload in a form; null if the form hasn't just one field of this name, which the reference
   * passes over too.
   */
  static @Nullable RawData payload(RawData form) {
    byte[] bytes = form.array();
    int end = form.offset() + form.length();
    RawData payload = null;
    int start = form.offset();
    for (int i = start; i <= end; i++) {
      if (i == end || bytes[i] == '&') {
        if (i - start >= 2 && bytes[start] == 'd' && bytes[start + 1] == '=') {
          if (payload != null) {
            return null;
          }
          payload = field(bytes, start + 2, i);
        }
        start = i + 1;
      }
    }
    return payload;
  }

  private static RawData field(byte[] form, int from, int to) {
    byte[] value = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      int code = form[i] == '%' && i + 2 < to ? hexCode(form[i + 1], form[i + 2]) : -1;
      if (code >= 0) {
        value[length++] = (byte) code;
        i += 2;
      } else {
        value[length++] = form[i] == '+' ? (byte) ' ' : form[i];
      }
    }
    return RawData.text(value, 0, withLineBreaks(value, length));
  }

  private static int hexCode(byte high, byte low) {
    return (Character.digit(high, 16) << 4) | Character.digit(low, 16);
  }

  /** Undoes the client's escapes, in place; returns the new length. */
  private static int withLineBreaks(byte[] value, int length) {
    int written = 0;
    for (int i = 0; i < length; i++) {
      if (value[i] != '\\') {
        value[written++] = value[i];
      } else if (isAt(value, i + 1, length, 'n')) {
        value[written++] = '\n';
        i++;
      } else if (isAt(value, i + 1, length, '\\') && isAt(value, i + 2, length, 'n')) {
        value[written++] = '\\';
        value[written++] = 'n';
        i += 2;
      } else {
        value[written++] = '\\';
      }
    }
    return written;
  }

  private static boolean isAt(byte[] value, int index, int length, char c) {
    return index < length && value[index] == c;
  }
}
