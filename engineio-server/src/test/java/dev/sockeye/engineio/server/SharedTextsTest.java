// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import org.junit.jupiter.api.Test;

class SharedTextsTest {
  private final SharedTexts texts = new SharedTexts();

  /** A new object each time, as from the network. */
  private static String received(String text) {
    return new StringBuilder(text).toString();
  }

  private String kept(String name, String value) {
    return texts.share(Headers.of(received(name), received(value))).first(name).orElseThrow();
  }

  @Test
  void equalTextsBecomeOne() {
    assertThat(texts.share(received("websocket"))).isSameAs(texts.share(received("websocket")));
  }

  @Test
  void aTextStaysWhatItIsWhateverCameBefore() {
    for (int i = 0; i < 5000; i++) {
      assertThat(texts.share("text " + i)).isEqualTo("text " + i);
    }
  }

  @Test
  void aLongTextIsNotKept() {
    String text = "x".repeat(1000);
    assertThat(texts.share(received(text))).isNotSameAs(texts.share(received(text)));
  }

  @Test
  void headersKeepTheirLinesTheirOrderAndTheirSpelling() {
    Headers headers = Headers.of("Host", "a").add("cookie", "b=1").add("HOST", "c");
    assertThat(texts.share(headers)).hasToString("Host: a\ncookie: b=1\nHOST: c\n");
  }

  @Test
  void theValueOfAUsualHeaderIsShared() {
    assertThat(kept("User-Agent", "Browser/1")).isSameAs(kept("User-Agent", "Browser/1"));
  }

  @Test
  void aSecretIsNotShared() {
    assertThat(kept("cookie", "sid=secret")).isNotSameAs(kept("cookie", "sid=secret"));
  }

  @Test
  void aCopyIsNotTouchedByLaterChangesOfTheHeaders() {
    Headers headers = Headers.of("Host", "a");
    Headers copy = texts.share(headers);
    headers.set("Host", "b");
    assertThat(copy.first("Host")).hasValue("a");
  }
}
