// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The value of the {@code Date} header, made once a second. */
final class HttpDate {
  /** RFC 9110, section 5.6.7; the JDK's RFC_1123_DATE_TIME writes days of one digit. */
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  /** Written by any event loop; in a race the same value is made twice. */
  private static volatile HttpDate current = new HttpDate(0);

  private final long second;
  private final AsciiString text;

  private HttpDate(long second) {
    this.second = second;
    this.text = new AsciiString(FORMAT.format(Instant.ofEpochSecond(second)));
  }

  static AsciiString now() {
    long second = System.currentTimeMillis() / 1000;
    HttpDate date = current;
    if (date.second != second) {
      date = new HttpDate(second);
      current = date;
    }
    return date.text;
  }
}
