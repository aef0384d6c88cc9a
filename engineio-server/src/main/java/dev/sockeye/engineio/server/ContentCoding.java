// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static java.util.Comparator.comparing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern LIST = Pattern.compile("[ \\t]*+,[ \\t]*+");
  private static final Pattern ELEMENT =
      Pattern.compile("([^; \\t]++)[ \\t]*+(?:;[ \\t]*+[qQ]=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?))?");

  /** What a client says about one coding, and as which of all. */
  private record Accepted(String name, double weight, int rank) {}

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
    List<Accepted> all = parse(String.join(",", acceptEncoding));
    double identity = find(all, "identity").map(Accepted::weight).orElse(0.0);
    Map<ContentCoding, Accepted> found = new EnumMap<>(ContentCoding.class);
    for (ContentCoding coding : values()) {
      find(all, coding.wireName())
          .or(() -> find(all, "*"))
          .filter(accepted -> accepted.weight > 0 && accepted.weight >= identity)
          .ifPresent(accepted -> found.put(coding, accepted));
    }
    return found.entrySet().stream()
        .min(
            comparing((Map.Entry<ContentCoding, Accepted> each) -> -each.getValue().weight)
                .thenComparing(each -> each.getValue().rank))
        .map(Map.Entry::getKey);
  }

  /** The elements of a list; those that make no sense are left out. */
  private static List<Accepted> parse(String list) {
    List<Accepted> all = new ArrayList<>();
    for (String element : LIST.split(list.trim(), -1)) {
      Matcher matcher = ELEMENT.matcher(element);
      if (matcher.matches()) {
        String weight = matcher.group(2);
        all.add(
            new Accepted(
                matcher.group(1), weight == null ? 1 : Double.parseDouble(weight), all.size()));
      }
    }
    return all;
  }

  private static Optional<Accepted> find(List<Accepted> all, String name) {
    return all.stream().filter(each -> each.name.equalsIgnoreCase(name)).findFirst();
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
