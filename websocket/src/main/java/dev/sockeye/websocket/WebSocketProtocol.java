// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The numbers of RFC 6455. A frame:
 *
 * <pre>
 *   byte 0   FIN(1) RSV1-3(3) opcode(4)
 *   byte 1   MASK(1) length(7)      126: the length is in the next 2 bytes, 127: in the next 8
 *   0 2 8    the longer length, big-endian
 *   0 4      the masking key; from clients only, and always
 *   n        the payload, each byte XORed with the key's byte at its index modulo 4
 * </pre>
 */
public final class WebSocketProtocol {
  static final int FIN = 0x80;
  static final int RSV = 0x70;

  /** Of the first frame of a message: it is compressed (RFC 7692, section 6). */
  static final int RSV1 = 0x40;

  static final int OPCODE = 0x0f;
  static final int MASK = 0x80;
  static final int LENGTH = 0x7f;
  static final int LENGTH_16 = 126;
  static final int LENGTH_64 = 127;

  static final int CONTINUATION = 0x0;
  static final int TEXT = 0x1;
  static final int BINARY = 0x2;
  static final int CLOSE = 0x8;
  static final int PING = 0x9;
  static final int PONG = 0xa;

  /** The most a control frame may carry. */
  static final int MAX_CONTROL = 125;

  /** The longest header. */
  static final int MAX_HEADER = 14;

  /** Close code: the peer broke the protocol. */
  public static final int PROTOCOL_ERROR = 1002;

  static final int NO_CODE = 1005;

  /** Close code that is never sent: the connection ended without a close frame. */
  public static final int ABNORMAL = 1006;

  static final int INVALID_DATA = 1007;

  /** Close code: a message is over the limit. */
  public static final int TOO_BIG = 1009;

  static final int INTERNAL_ERROR = 1011;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private WebSocketProtocol() {}

  /**
   * What a server answers to a client's key: the proof that it understood the handshake (section
   * 4.2.2).
   */
  public static String accept(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder().encodeToString(sha1.digest((key + GUID).getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  static boolean isControl(int opcode) {
    return (opcode & 0x8) != 0;
  }

  /** Whether a peer may send this close code (section 7.4; 1012 to 1014 as registered since). */
  static boolean isCloseCode(int code) {
    return (code >= 1000 && code <= 1014 && code != 1004 && code != NO_CODE && code != ABNORMAL)
        || (code >= 3000 && code <= 4999);
  }

  /** The bytes of the header before a payload, without a masking key. */
  static int headerLength(int payload) {
    return payload < LENGTH_16 ? 2 : payload <= 0xffff ? 4 : 10;
  }

  /**
   * Takes the mask off some bytes of a payload, in place and eight at a time.
   *
   * @param mask the masking key, big-endian
   * @param position the index within the payload of the first of these bytes
   */
  static void unmask(byte[] bytes, int offset, int length, int mask, long position) {
    int aligned = Integer.rotateLeft(mask, 8 * (int) (position & 3));
    if (aligned == 0) {
      return;
    }
    long wide = ((long) aligned << 32) | (aligned & 0xffffffffL);
    int end = offset + length;
    int i = offset;
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      LONGS.set(bytes, i, (long) LONGS.get(bytes, i) ^ wide);
    }
    for (int shift = 24; i < end; i++, shift = (shift - 8) & 31) {
      bytes[i] ^= (byte) (aligned >>> shift);
    }
  }
}
