// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

/**
 * The bytes of MessagePack, as far as they begin a value. All numbers are big-endian.
 *
 * <pre>
 * 00–7f  0 to 127           c0     nil                 ca cb  float of 4, 8 bytes
 * 80–8f  map                c2 c3  false, true         cc–cf  unsigned integer of 1, 2, 4, 8 bytes
 * 90–9f  array              c4–c6  blob                d0–d3  signed integer of 1, 2, 4, 8 bytes
 * a0–bf  string             c7–c9  extension           d4–d8  extension of 1, 2, 4, 8, 16 bytes
 * e0–ff  -32 to -1          c1     never used          d9–db  string
 *                                                      dc dd  array     de df  map
 * </pre>
 *
 * <p>The low bits of the first column are the length; a length of 1, 2 or 4 bytes follows the
 * others (arrays and maps: 2 or 4). The type of an extension follows its length, if that isn't
 * fixed.
 *
 * <p>Socket.IO's dialect is that of npm {@code notepack.io} 2: extension type 0 is {@code
 * undefined} with 1 fixed byte, a date (milliseconds since 1970) with 8 fixed bytes, and an
 * ArrayBuffer with any length that isn't fixed. Between the nodes of a cluster a date is
 * MessagePack's own timestamp, of which there are three:
 *
 * <pre>
 * d6 ff &lt;4 bytes: seconds&gt;     d7 ff &lt;30 bits: nanoseconds, 34 bits: seconds&gt;
 * c7 0c ff &lt;4 bytes: nanoseconds&gt; &lt;8 bytes: seconds&gt;
 * </pre>
 */
final class MessagePack {
  static final int FIXED_MAP = 0x80;
  static final int FIXED_ARRAY = 0x90;
  static final int FIXED_STRING = 0xa0;
  static final int FIXED_NEGATIVE = 0xe0;
  static final int NIL = 0xc0;
  static final int FALSE = 0xc2;
  static final int TRUE = 0xc3;

  // The first of each family; each next one has twice the bytes, of length or of number.
  static final int BLOB = 0xc4;
  static final int EXTENSION = 0xc7;
  static final int FLOAT = 0xca;
  static final int UNSIGNED = 0xcc;
  static final int SIGNED = 0xd0;
  static final int FIXED_EXTENSION = 0xd4;
  static final int STRING = 0xd9;
  static final int ARRAY = 0xdc;
  static final int MAP = 0xde;

  /** The type of the extensions for what only JavaScript has. */
  static final int JAVASCRIPT = 0;

  /** The type of the extension for moments, which is MessagePack's own. */
  static final int TIMESTAMP = -1;

  private MessagePack() {}
}
