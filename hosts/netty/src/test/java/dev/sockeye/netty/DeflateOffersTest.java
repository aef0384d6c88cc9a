// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.PerMessageDeflate;
import dev.sockeye.websocket.DeflateTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered to which offer (RFC 7692, section 7.1). */
class DeflateOffersTest {
  private static final PerMessageDeflate TAKEOVER =
      PerMessageDeflate.defaults().serverContextTakeover(true).clientContextTakeover(true);

  private static String answer(PerMessageDeflate settings, String... lines) {
    Headers request = Headers.create();
    for (String line : lines) {
      request.add("Sec-WebSocket-Extensions", line);
    }
    DeflateTerms terms = DeflateOffers.accept(request, settings);
    return terms == null ? "none" : DeflateOffers.response(terms);
  }

  @Test
  void nobodyRemembersAnythingByDefault() {
    assertThat(answer(PerMessageDeflate.defaults(), "permessage-deflate; client_max_window_bits"))
        .isEqualTo("permessage-deflate; server_no_context_takeover; client_no_context_takeover");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "permessage-deflate > permessage-deflate",
        "permessage-deflate; client_max_window_bits > permessage-deflate",
        "permessage-deflate; client_max_window_bits=10 > permessage-deflate",
        "permessage-deflate ;server_no_context_takeover > permessage-deflate; server_no_context_takeover",
        "permessage-deflate;client_no_context_takeover > permessage-deflate; client_no_context_takeover",
        "permessage-deflate; server_max_window_bits=15 > permessage-deflate; server_max_window_bits=15",
        "permessage-deflate; server_max_window_bits = \"15\" > permessage-deflate; server_max_window_bits=15",
      })
  void anOfferIsAnsweredWithWhatItAsksFor(String offer, String answer) {
    assertThat(answer(TAKEOVER, offer)).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 14})
  void aSmallerWindowIsKeptByNotLookingBackBeyondTheMessage(int bits) {
    assertThat(answer(TAKEOVER, "permessage-deflate; server_max_window_bits=" + bits))
        .isEqualTo(
            "permessage-deflate; server_no_context_takeover; server_max_window_bits=" + bits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "x-webkit-deflate-frame",
        "permessage-bzip2",
        "permessage-deflate; unknown",
        "permessage-deflate; server_no_context_takeover=true",
        "permessage-deflate; client_no_context_takeover=1",
        "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
        "permessage-deflate; server_max_window_bits",
        "permessage-deflate; server_max_window_bits=7",
        "permessage-deflate; server_max_window_bits=16",
        "permessage-deflate; server_max_window_bits=08",
        "permessage-deflate; server_max_window_bits=\"\"",
        "permessage-deflate; client_max_window_bits=x",
        "permessage-deflate server_no_context_takeover",
        "permessage-deflate; =1",
      })
  void whatIsNoValidOfferIsPassedOver(String offer) {
    assertThat(answer(TAKEOVER, offer)).isEqualTo("none");
  }

  @Test
  void theFirstValidOfferIsTaken() {
    assertThat(
            answer(
                TAKEOVER,
                "other; a=b, permessage-deflate; server_max_window_bits=99,"
                    + " permessage-deflate; server_no_context_takeover, permessage-deflate"))
        .isEqualTo("permessage-deflate; server_no_context_takeover");
  }

  @Test
  void offersMayBeInSeveralLines() {
    assertThat(answer(TAKEOVER, "other", "permessage-deflate")).isEqualTo("permessage-deflate");
  }

  @Test
  void aClientThatOffersNothingGetsNothing() {
    assertThat(answer(TAKEOVER)).isEqualTo("none");
  }
}
