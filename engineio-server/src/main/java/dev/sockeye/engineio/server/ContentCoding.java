// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static java.util.Comparator.comparing;

import dev.sockeye.engineio.AcceptEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The content codings that are offered (RFC 9110, section 8.4.1), the preferred one first. */
enum ContentCoding {
  GZIP {
    @Override
    OutputStream encoder(OutputStream target) throws IOException {
      return new FastGzip(target);
    }
  },
  DEFLATE {
    @Override
    OutputStream encoder(OutputStream target) {
      return new FastDeflate(target);
    }
  };

  /** The name on the wire. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The coding that a client likes best; of two that it likes as much, the one that it names first.
   * None if it likes better what is not encoded.
   *
   * @param acceptEncoding the values of {@code Accept-Encoding} (RFC 9110, section 12.5.3)
   */
  static Optional<ContentCoding> best(List<String> acceptEncoding) {
    if (acceptEncoding.isEmpty()) {
      return Optional.empty();
    }
    AcceptEncoding accepted = AcceptEncoding.of(acceptEncoding);
    double identity = accepted.weight("identity");
    return Stream.of(values())
        .filter(coding -> accepted.weight(coding.wireName()) > 0)
        .filter(coding -> accepted.weight(coding.wireName()) >= identity)
        .min(
            comparing((ContentCoding coding) -> -accepted.weight(coding.wireName()))
                .thenComparing(coding -> accepted.rank(coding.wireName())));
  }

  /** The bytes in this coding, at the level that costs an event loop the least. */
  byte[] encode(byte[] bytes) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(64 + bytes.length / 4);
    try (OutputStream out = encoder(encoded)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written to", e);
    }
    return encoded.toByteArray();
  }

  abstract OutputStream encoder(OutputStream target) throws IOException;

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  // With the wrapping of zlib, which is what HTTP means by deflate.
  private static final class FastDeflate extends DeflaterOutputStream {
    FastDeflate(OutputStream out) {
      super(out, new Deflater(Deflater.BEST_SPEED));
    }

    @Override
    public void close() throws IOException {
      super.close();
      def.end();
    }
  }
}
