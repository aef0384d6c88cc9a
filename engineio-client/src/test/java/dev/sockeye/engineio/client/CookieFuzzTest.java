// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever a server sets is kept or passed over, and what was kept is sent back as it came. */
class CookieFuzzTest {
  private static final URI SITE = URI.create("https://www.example.com/a/b");

  @FuzzTest
  void setCookieHeader(byte[] header) {
    CookieJar jar = CookieStore.inMemory();
    jar.store(SITE, List.of(new String(header, StandardCharsets.ISO_8859_1)));
    for (Cookie cookie : jar.list()) {
      String pair = cookie.name() + "=" + cookie.value();
      assertThat(SetCookieLine.parse(pair))
          .returns(cookie.name(), SetCookieLine::name)
          .returns(cookie.value(), SetCookieLine::value);
      assertThat(jar.load(SITE)).isIn("", pair);
    }
  }
}
