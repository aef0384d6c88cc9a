// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as servers write them, and as they had better not (RFC 6265 §5.1.1). */
class CookieDateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wed, 09 Jun 2021 10:18:14 GMT",
        "Wednesday, 09-Jun-21 10:18:14 GMT",
        "Wed Jun  9 10:18:14 2021",
        "09 Jun 2021 10:18:14",
        "2021 June 9th 10:18:14",
        "10:18:14th 9th-june, 2021",
        "Wed, 09 jUN 2021 10:18:14 +0200",
        "9-JUN-2021;10:18:14",
        "(09)/Juni/(2021),10:18:14Z"
      })
  void aDateIsReadInManyForms(String text) {
    assertThat(CookieDate.parse(text)).contains(Instant.parse("2021-06-09T10:18:14Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "Wed, 09 Jun 2021",
        "09 Jun 10:18:14",
        "2021 10:18:14 Jun",
        "Wed, 09 2021 10:18:14",
        "31 Jun 2021 10:18:14",
        "29 Feb 2021 10:18:14",
        "00 Jun 2021 10:18:14",
        "32 Jun 2021 10:18:14",
        "09 Jun 2021 24:18:14",
        "09 Jun 2021 10:60:14",
        "09 Jun 2021 10:18:60",
        "09 Jun 1600 10:18:14",
        "09 Jun 20210 10:18:14",
        "09 Jun 2021 100:18:14",
        "09 Jun 2021 10:18:141",
        "2021-06-09T10:18:14Z"
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(CookieDate.parse(text)).isEmpty();
  }

  @Test
  void twoDigitsAreAYearFrom1970To2069() {
    assertThat(CookieDate.parse("1 Jan 70 00:00:00")).contains(Instant.EPOCH);
    assertThat(CookieDate.parse("1 Jan 69 00:00:00"))
        .contains(Instant.parse("2069-01-01T00:00:00Z"));
  }

  @Test
  void theFirstOfEachKindCounts() {
    assertThat(CookieDate.parse("1 Jan 2030 00:00:00 2 Feb 2031 11:11:11"))
        .contains(Instant.parse("2030-01-01T00:00:00Z"));
  }
}
