// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.BadResponseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes the compression of a response's body (RFC 9110, section 8.4.1), within a limit. */
final class ContentCoding {
  /** The compression method of zlib, in the first byte; servers leave the wrapping out at times. */
  private static final int ZLIB_DEFLATE = 8;

  private ContentCoding() {}

  /**
   * The body as it was before it was compressed.
   *
   * @throws BadResponseException if the coding is unknown, the data are none, or there are too many
   */
  static RawData undo(Headers headers, RawData body, int maxBytes) throws BadResponseException {
    String coding = headers.first("Content-Encoding").orElse("").trim().toLowerCase(Locale.ROOT);
    if (coding.isEmpty() || coding.equals("identity") || body.length() == 0) {
      return body;
    }
    InputStream in = new ByteArrayInputStream(body.array(), body.offset(), body.length());
    Inflater inflater = new Inflater(!isWrapped(body));
    try {
      return switch (coding) {
        case "gzip", "x-gzip" -> inflate(new GZIPInputStream(in), maxBytes);
        case "deflate" -> inflate(new InflaterInputStream(in, inflater), maxBytes);
        default ->
            throw new BadResponseException("a response has the unknown content coding " + coding);
      };
    } catch (IOException e) {
      throw new BadResponseException("the body of a response is no " + coding + ": " + e);
    } finally {
      inflater.end();
    }
  }

  private static RawData inflate(InputStream inflating, int maxBytes)
      throws IOException, BadResponseException {
    try (inflating) {
      byte[] inflated = inflating.readNBytes(maxBytes);
      if (inflating.read() >= 0) {
        throw new BadResponseException(
            "an inflated response is over the limit of " + maxBytes + " bytes (maxResponseBytes)");
      }
      return RawData.binary(inflated);
    }
  }

  private static boolean isWrapped(RawData body) {
    return (body.byteAt(0) & 0x0f) == ZLIB_DEFLATE;
  }
}
