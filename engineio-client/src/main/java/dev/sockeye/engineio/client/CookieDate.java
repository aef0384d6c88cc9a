// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of cookies with the leniency of RFC 6265 §5.1.1: the first thing that looks like
 * a time is the time, and likewise the day, the month and the year, in any order and with anything
 * in between. All of them are in UTC, whatever they say.
 *
 * <pre>
 * Wed, 09 Jun 2021 10:18:14 GMT
 * Wednesday, 09-Jun-21 10:18:14 GMT
 * Wed Jun  9 10:18:14 2021
 * </pre>
 */
final class CookieDate {
  private static final Pattern DELIMITERS =
      Pattern.compile("[\\x09\\x20-\\x2F\\x3B-\\x40\\x5B-\\x60\\x7B-\\x7E]+");
  private static final String REST = "(?:\\D.*)?";
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})" + REST);
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})" + REST);
  private static final Pattern YEAR = Pattern.compile("(\\d{2,4})" + REST);
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final int FIRST_YEAR = 1601;

  private @Nullable Matcher time;
  private int day;
  private int month;
  private int year = -1;

  private CookieDate() {}

  /** The date; empty if it can't be read or there is no such date. */
  static Optional<Instant> parse(String text) {
    CookieDate date = new CookieDate();
    for (String token : DELIMITERS.split(text, -1)) {
      date.read(token);
    }
    return date.build();
  }

  private void read(String token) {
    Matcher matcher = TIME.matcher(token);
    if (time == null && matcher.matches()) {
      time = matcher;
    } else if (day == 0 && matcher.usePattern(DAY).matches()) {
      // A day of 0 is no day, and must not make room for another.
      int number = Integer.parseInt(matcher.group(1));
      day = number == 0 ? -1 : number;
    } else if (month == 0 && month(token) > 0) {
      month = month(token);
    } else if (year < 0 && matcher.usePattern(YEAR).matches()) {
      year = fullYear(Integer.parseInt(matcher.group(1)));
    }
  }

  private static int month(String token) {
    String start = token.length() < 3 ? "" : token.substring(0, 3).toLowerCase(Locale.ROOT);
    int index = start.isEmpty() ? -1 : MONTHS.indexOf(start);
    return index % 3 == 0 ? index / 3 + 1 : 0;
  }

  private static int fullYear(int number) {
    if (number >= 100) {
      return number;
    }
    return number >= 70 ? 1900 + number : 2000 + number;
  }

  private Optional<Instant> build() {
    if (time == null || month == 0 || year < FIRST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(year, month, day, field(time, 1), field(time, 2), field(time, 3))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int field(Matcher time, int group) {
    return Integer.parseInt(time.group(group));
  }
}
