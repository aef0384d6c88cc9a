// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which coding is chosen for which {@code Accept-Encoding} (RFC 9110, section 12.5.3). */
class ContentCodingTest {
  private static String best(String... lines) {
    return ContentCoding.best(List.of(lines)).map(ContentCoding::wireName).orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "gzip > gzip",
        "GZIP > gzip",
        "gzip, deflate, br, zstd > gzip",
        "deflate > deflate",
        "deflate, gzip > deflate",
        "deflate;q=0.5, gzip > gzip",
        "gzip;q=0.5,deflate ; q=0.501 > deflate",
        "* > gzip",
        "deflate, * > deflate",
        "gzip;q=0, * > deflate",
        "gzip, *;q=0 > gzip",
        "identity, gzip > gzip",
        "br, , gzip;Q=1.000 > gzip",
      })
  void theClientsPreferenceDecides(String accepted, String coding) {
    assertThat(best(accepted)).isEqualTo(coding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "'' > none",
        "br > none",
        "gzip;q=0, deflate;q=0.000 > none",
        "*;q=0 > none",
        "identity > none",
        "identity, gzip;q=0.5 > none",
        "gzip;q=2 > none",
        "gzip;q=high > none",
        "xgzip > none",
      })
  void whoDoesNotWantItEncodedGetsItPlain(String accepted, String coding) {
    assertThat(best(accepted)).isEqualTo(coding);
  }

  @Test
  void aClientThatSaysNothingGetsItPlain() {
    assertThat(best()).isEqualTo("none");
  }

  @Test
  void severalLinesAreOneList() {
    assertThat(best("br", "deflate", "gzip;q=0.1")).isEqualTo("deflate");
  }
}
