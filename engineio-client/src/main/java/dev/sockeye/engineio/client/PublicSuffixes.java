// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The domains below which anybody may register: no cookie may be set for all of {@code co.uk} or
 * {@code github.io}. Knows them from the list of publicsuffix.org, which lies beside this class as
 * it was published; it is read when the first cookie with a domain comes.
 *
 * <p>A rule of the list is a suffix; {@code *.ck} makes suffixes of all names below {@code ck}, and
 * {@code !www.ck} makes an exception of one. What no rule speaks of follows the rule {@code *}. As
 * in browsers, what has public suffixes below it is one itself, although a strict reading of the
 * rules leaves a gap there.
 */
final class PublicSuffixes {
  private static final String FILE = "effective_tld_names.dat";

  /** All rules in UTF-8, one after the other, sorted: a tenth of what a set of strings takes. */
  private final byte[] rules;

  /** Where each rule begins, and where the last one ends. */
  private final int[] starts;

  /** Loaded with the first question. */
  private static final class Loaded {
    private static final PublicSuffixes LIST = new PublicSuffixes(read());
  }

  private PublicSuffixes(List<String> sorted) {
    starts = new int[sorted.size() + 1];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    for (int i = 0; i < sorted.size(); i++) {
      bytes.writeBytes(sorted.get(i).getBytes(UTF_8));
      starts[i + 1] = bytes.size();
    }
    rules = bytes.toByteArray();
  }

  /**
   * Whether a domain is a public suffix.
   *
   * @param domain in lower case and ASCII
   */
  static boolean contains(String domain) {
    // The list has its names as people write them.
    String name = domain.contains("xn--") ? IDN.toUnicode(domain, IDN.ALLOW_UNASSIGNED) : domain;
    int dot = name.indexOf('.');
    if (dot < 0) {
      return true;
    }
    PublicSuffixes list = Loaded.LIST;
    return !list.hasRule("!" + name)
        && (list.hasRule(name)
            || list.hasRule("*" + name.substring(dot))
            || list.hasRule("*." + name));
  }

  private boolean hasRule(String rule) {
    byte[] wanted = rule.getBytes(UTF_8);
    int low = 0;
    int high = starts.length - 2;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(
              rules, starts[middle], starts[middle + 1], wanted, 0, wanted.length);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return false;
  }

  private static List<String> read() {
    try (InputStream file =
            Objects.requireNonNull(PublicSuffixes.class.getResourceAsStream(FILE), FILE);
        BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("//"))
          .map(String::strip)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
