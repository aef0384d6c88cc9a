// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static dev.sockeye.socketio.server.ContentCoding.BR;
import static dev.sockeye.socketio.server.ContentCoding.DEFLATE;
import static dev.sockeye.socketio.server.ContentCoding.GZIP;
import static dev.sockeye.socketio.server.ContentCoding.IDENTITY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCodingTest {
  private static final byte[] TEXT = "sockeye ".repeat(99).getBytes(UTF_8);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd    | BR",
        "gzip, deflate              | GZIP",
        "deflate                    | DEFLATE",
        "BR                         | BR",
        "br;q=0.5, gzip;q=0.8       | GZIP",
        "br; q=0.5 , gzip ; q=0.500 | BR",
        "br;q=0, *                  | GZIP",
        "*;q=0.1                    | BR",
        "*;q=0                      | IDENTITY",
        "identity, gzip;q=0.9       | IDENTITY",
        "zstd                       | IDENTITY",
        "''                         | IDENTITY",
      })
  void theClientsWeightsDecideAndThenTheSize(String accepted, ContentCoding best) {
    assertThat(ContentCoding.best(EnumSet.allOf(ContentCoding.class), List.of(accepted)))
        .isEqualTo(best);
  }

  @ParameterizedTest
  @CsvSource({"br;q=2", "br;q=-1", "br;q=NaN", "br;q", "br;;q=1", "br;q=1;x", "br;q=1e9"})
  void aWeightThatIsNoneCountsAsZero(String accepted) {
    assertThat(ContentCoding.best(List.of(BR, IDENTITY), List.of(accepted))).isEqualTo(IDENTITY);
  }

  @Test
  void whatIsNotOfferedIsNotChosen() {
    assertThat(ContentCoding.best(List.of(GZIP, IDENTITY), List.of("br, gzip;q=0.1")))
        .isEqualTo(GZIP);
  }

  @Test
  void withoutTheHeaderNothingIsCompressed() {
    assertThat(ContentCoding.best(List.of(BR, GZIP, IDENTITY), List.of())).isEqualTo(IDENTITY);
  }

  @Test
  void gzipAndDeflateCanBeReadAgain() throws IOException {
    assertThat(new GZIPInputStream(new ByteArrayInputStream(GZIP.compress(TEXT))).readAllBytes())
        .isEqualTo(TEXT);
    assertThat(
            new InflaterInputStream(new ByteArrayInputStream(DEFLATE.compress(TEXT)))
                .readAllBytes())
        .isEqualTo(TEXT);
  }
}
