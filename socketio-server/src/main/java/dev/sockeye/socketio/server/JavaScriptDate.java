// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What JavaScript makes of a {@code Date}, in this machine's time zone: {@code Mon Nov 23 2026
 * 04:20:09 GMT+0000 (Coordinated Universal Time)}. All but the minutes and the seconds is
 * remembered, a quarter of an hour at a time: a node may have to say it of thousands of sockets.
 */
final class JavaScriptDate {
  private static final DateTimeFormatter TO_THE_HOUR =
      DateTimeFormatter.ofPattern("EEE MMM dd yyyy HH:", Locale.ENGLISH);
  private static final DateTimeFormatter FROM_THE_ZONE =
      DateTimeFormatter.ofPattern(" 'GMT'xx '('zzzz')'", Locale.ENGLISH);

  /** Nowhere do clocks change in between. */
  private static final int QUARTER = 15 * 60;

  /** Written without a lock: an entry is immutable, so at worst it is made twice. */
  private static final @Nullable Quarter[] KNOWN = new @Nullable Quarter[64];

  private JavaScriptDate() {}

  /** A quarter of an hour, by its number since 1970. */
  private record Quarter(long number, ZoneId zone, int minute, String before, String after) {
    static Quarter of(long number, ZoneId zone) {
      ZonedDateTime time = Instant.ofEpochSecond(number * QUARTER).atZone(zone);
      return new Quarter(
          number, zone, time.getMinute(), TO_THE_HOUR.format(time), FROM_THE_ZONE.format(time));
    }
  }

  static String of(Instant time) {
    long seconds = time.getEpochSecond();
    Quarter quarter = quarter(Math.floorDiv(seconds, QUARTER));
    int past = (int) (seconds - quarter.number * QUARTER);
    StringBuilder text = new StringBuilder(quarter.before);
    append(quarter.minute + past / 60, text);
    append(past % 60, text.append(':'));
    return text.append(quarter.after).toString();
  }

  private static Quarter quarter(long number) {
    ZoneId zone = ZoneId.systemDefault();
    int index = (int) (number & (KNOWN.length - 1));
    Quarter known = KNOWN[index];
    if (known == null || known.number != number || !known.zone.equals(zone)) {
      known = Quarter.of(number, zone);
      KNOWN[index] = known;
    }
    return known;
  }

  private static void append(int number, StringBuilder text) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
