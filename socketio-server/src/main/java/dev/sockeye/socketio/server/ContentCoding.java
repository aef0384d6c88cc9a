// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.AcceptEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** How a file's bytes may be compressed (RFC 9110 §8.4), the one to be preferred first. */
enum ContentCoding {
  BR,
  GZIP,
  DEFLATE,
  IDENTITY;

  /** Its name in headers. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The best of those offered that a client accepts: the one to which it gives the highest weight,
   * of equals the first in the order of this type. Without the header, or where none fits, nothing
   * is compressed. Never throws, whatever the client has sent.
   *
   * @param acceptEncoding the values of the {@code Accept-Encoding} headers: {@code gzip, br;q=0.9}
   */
  static ContentCoding best(Collection<ContentCoding> offered, List<String> acceptEncoding) {
    AcceptEncoding accepted = AcceptEncoding.of(acceptEncoding);
    ContentCoding best = IDENTITY;
    double bestWeight = 0;
    for (ContentCoding coding : values()) {
      double weight = accepted.weight(coding.wireName());
      if (offered.contains(coding) && weight > bestWeight) {
        best = coding;
        bestWeight = weight;
      }
    }
    return best;
  }

  /**
   * Compresses.
   *
   * @throws UnsupportedOperationException if it is {@link #BR}, which the JDK can't
   */
  byte[] compress(byte[] bytes) {
    if (this == IDENTITY) {
      return bytes;
    }
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 3);
    try (OutputStream out = over(compressed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory doesn't fail", e);
    }
    return compressed.toByteArray();
  }

  private OutputStream over(OutputStream out) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPOutputStream(out);
      case DEFLATE -> new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION));
      default -> throw new UnsupportedOperationException("the JDK has no " + wireName());
    };
  }
}
