// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Whatever a client sends as its cookies is read, and what was read can be set again. */
class CookiesFuzzTest {
  @FuzzTest
  void cookieHeader(byte[] header) {
    String line = new String(header, StandardCharsets.UTF_8);
    Map<String, String> cookies = Cookies.parse(List.of(line));
    cookies.forEach(
        (name, value) -> {
          String encoded = name + "=" + UriComponent.encode(value);
          assertThat(Cookies.parse(List.of(encoded))).containsEntry(name, value);
        });
  }
}
