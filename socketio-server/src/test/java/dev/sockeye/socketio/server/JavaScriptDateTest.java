// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JavaScriptDateTest {
  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void back() {
    TimeZone.setDefault(before);
  }

  private static String in(String zone, String time) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    return JavaScriptDate.of(Instant.parse(time));
  }

  @Test
  void aDateHasItsZone() {
    assertThat(in("UTC", "2026-11-23T04:20:09.999Z"))
        .isEqualTo("Mon Nov 23 2026 04:20:09 GMT+0000 (Coordinated Universal Time)");
  }

  @Test
  void anotherZoneHasAnotherHour() {
    assertThat(in("Asia/Kathmandu", "2026-01-02T23:59:59Z"))
        .isEqualTo("Sat Jan 03 2026 05:44:59 GMT+0545 (Nepal Time)");
  }

  @Test
  void aMinuteBeforeAndAfterTheClocksChangeAreAnHourApart() {
    assertThat(in("Europe/Berlin", "2026-03-29T00:59:59Z"))
        .isEqualTo("Sun Mar 29 2026 01:59:59 GMT+0100 (Central European Standard Time)");
    assertThat(in("Europe/Berlin", "2026-03-29T01:00:00Z"))
        .isEqualTo("Sun Mar 29 2026 03:00:00 GMT+0200 (Central European Summer Time)");
  }

  @Test
  void aDateBeforeTheEpochIsOneToo() {
    assertThat(in("UTC", "1969-12-31T23:59:58Z"))
        .isEqualTo("Wed Dec 31 1969 23:59:58 GMT+0000 (Coordinated Universal Time)");
  }

  @Test
  void everySecondOfADayIsAsTheFormatterHasIt() {
    TimeZone.setDefault(TimeZone.getTimeZone("Australia/Lord_Howe")); // changes by half an hour
    DateTimeFormatter slow =
        DateTimeFormatter.ofPattern("EEE MMM dd yyyy HH:mm:ss 'GMT'xx '('zzzz')'", Locale.ENGLISH);
    Instant change = Instant.parse("2026-04-04T15:00:00Z");

    for (int second = -43_200; second < 43_200; second += 7) {
      Instant time = change.plusSeconds(second);
      assertThat(JavaScriptDate.of(time))
          .isEqualTo(slow.format(time.atZone(ZoneId.systemDefault())));
    }
  }
}
