// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an address counts for cookies. */
class CookieOriginTest {
  @ParameterizedTest
  @CsvSource({
    "https://Example.COM/, example.com",
    "http://u:p@example.com:3000/, example.com",
    "http://my_service:3000/x, my_service",
    "http://bücher.example/, xn--bcher-kva.example",
    "http://[2001:DB8::1]:80/, 2001:db8::1",
    "http://192.0.2.1, 192.0.2.1"
  })
  void theHostIsInLowerCaseAndAscii(URI uri, String host) {
    assertThat(CookieOrigin.of(uri).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example, false",
    "ws://a.example, false",
    "HTTPS://a.example, true",
    "wss://a.example, true",
    "http://localhost:3000, true",
    "ws://app.localhost, true",
    "http://127.1.2.3, true",
    "http://[::1]:3000, true",
    "http://127.a.example, false",
    "http://notlocalhost, false",
    "http://10.0.0.1, false"
  })
  void tlsAndThisMachineAreSecure(URI uri, boolean secure) {
    assertThat(CookieOrigin.of(uri).secure()).isEqualTo(secure);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://a.example/", "file:///x", "a.example/x", "mailto:x@a.example"})
  void otherSchemesHaveNoCookies(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CookieOrigin.of(URI.create(uri)))
        .withMessage("cookies belong to http, https, ws and wss, not to " + uri);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example, /",
    "http://a.example/, /",
    "http://a.example/x, /",
    "http://a.example/socket.io/?EIO=4, /socket.io",
    "http://a.example/a/b%20c/d, /a/b%20c",
    "http://a.example/a;b/c, /a;b",
    "http://a.example/ü/c, /%C3%BC"
  })
  void theDefaultPathIsTheFolder(URI uri, String path) {
    assertThat(CookieOrigin.of(uri).defaultPath()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com, example.com, true",
    "a.b.example.com, example.com, true",
    "anexample.com, example.com, false",
    "com, example.com, false",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 2.1, false",
    "x.192.0.2.1, 192.0.2.1, true"
  })
  void aHostIsWithinADomain(String host, String domain, boolean within) {
    assertThat(CookieOrigin.isWithin(host, domain)).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /, true",
    "/x, /, true",
    "/x, /x, true",
    "/x/, /x, true",
    "/x/y, /x/, true",
    "/x, /x/, false",
    "/xy, /x, false",
    "/X, /x, false",
    "/, /x, false"
  })
  void aPathIsBelowAnother(String path, String top, boolean below) {
    assertThat(CookieOrigin.isBelow(path, top)).isEqualTo(below);
  }
}
