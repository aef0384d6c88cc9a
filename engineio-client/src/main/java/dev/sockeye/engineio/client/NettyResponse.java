// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.BadResponseException;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Arrays;
import java.util.Map;

/** A response as it arrives: its head, and as much of the body as has come, within the limit. */
final class NettyResponse {
  /** A body larger than this gets its memory as it arrives, whatever length its head claims. */
  private static final int MAX_TRUSTED_LENGTH = 8 * 1024;

  private final int status;
  private final Headers headers;
  private final boolean keepAlive;
  private final int maxBytes;
  private byte[] bytes;
  private int length;

  /**
   * @throws BadResponseException if a header is malformed, or the length is over the limit
   */
  NettyResponse(HttpResponse head, int maxBytes) throws BadResponseException {
    this.status = head.status().code();
    this.headers = headers(head);
    this.keepAlive = HttpUtil.isKeepAlive(head);
    this.maxBytes = maxBytes;
    long claimed = HttpUtil.getContentLength(head, 0L);
    if (claimed > maxBytes) {
      throw tooLarge(claimed);
    }
    this.bytes = new byte[(int) Math.min(claimed, MAX_TRUSTED_LENGTH)];
  }

  /** Whether it answers a request; otherwise it only announces that there will be an answer. */
  static boolean isFinal(HttpResponse head) {
    return head.status().code() / 100 != 1 || head.status().code() == 101;
  }

  /**
   * The headers as ours.
   *
   * @throws BadResponseException if one is malformed
   */
  static Headers headers(HttpResponse head) throws BadResponseException {
    Headers headers = Headers.create();
    try {
      for (Map.Entry<String, String> line : head.headers()) {
        headers.add(line.getKey(), line.getValue());
      }
    } catch (IllegalArgumentException e) {
      throw new BadResponseException("a header of the response is malformed: " + e.getMessage());
    }
    return headers;
  }

  /** Takes some more of the body, but not the buffer. */
  void append(ByteBuf part) throws BadResponseException {
    int more = part.readableBytes();
    if (more > maxBytes - length) {
      throw tooLarge((long) length + more);
    }
    if (length + more > bytes.length) {
      long grown = Math.max(length + more, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, (int) Math.min(maxBytes, grown));
    }
    part.readBytes(bytes, length, more);
    length += more;
  }

  private BadResponseException tooLarge(long size) {
    return new BadResponseException(
        "a response of "
            + size
            + " bytes or more is over the limit of "
            + maxBytes
            + " (maxResponseBytes)");
  }

  int status() {
    return status;
  }

  Headers headers() {
    return headers;
  }

  /** Whether the server leaves the connection open. */
  boolean isKeepAlive() {
    return keepAlive && status != 101;
  }

  /** What has come of the body, as it came. */
  RawData received() {
    return RawData.text(bytes, 0, length);
  }

  /**
   * The complete body, its coding undone.
   *
   * @throws BadResponseException if it can't be undone within the limit
   */
  RawData body() throws BadResponseException {
    RawData body = ContentCoding.undo(headers, RawData.binary(bytes, 0, length), maxBytes);
    boolean binary =
        headers.first("Content-Type").orElse("").trim().startsWith("application/octet-stream");
    return binary ? body : RawData.text(body.array(), body.offset(), body.length());
  }
}
