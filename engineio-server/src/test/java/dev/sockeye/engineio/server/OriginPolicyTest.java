// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.engineio.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {
  private final OriginPolicy policy =
      OriginPolicy.of(
          "https://app.example",
          "http://localhost:3000",
          "HTTPS://Shop.example:443",
          "https://*.wild.example",
          "https://*.wild.example:8443",
          "capacitor://localhost",
          "http://[::1]:8080");

  private static boolean allows(OriginPolicy policy, String origin) {
    return policy.allows(Headers.of("origin", origin), true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example",
        "http://localhost:3000",
        "https://shop.example",
        "https://a.wild.example",
        "https://a-1.b_2.wild.example",
        "https://a.wild.example:8443",
        "capacitor://localhost",
        "http://[::1]:8080"
      })
  void aListedOriginMayConnect(String origin) {
    assertThat(allows(policy, origin)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "*",
        "http://app.example",
        "https://app.example:8443",
        "https://app.example/",
        "https://app.example.evil.example",
        "https://evilapp.example",
        "https://app.example, https://evil.example",
        "https://wild.example",
        "https://.wild.example",
        "https://evilwild.example",
        "https://a.wild.example:8444",
        "https://evil.example/.wild.example",
        "https://evil.example#.wild.example",
        "https://evil.example?.wild.example",
        "https://evil.example\\.wild.example",
        "https://evil.example:1.wild.example",
        "https://user@.wild.example"
      })
  void anotherOriginMayNot(String origin) {
    assertThat(allows(policy, origin)).isFalse();
  }

  @Test
  void nullMayConnectIfItIsListed() {
    assertThat(allows(OriginPolicy.of("null"), "null")).isTrue();
  }

  @Test
  void aRequestWithoutOriginMayConnectUnlessItIsRequired() {
    assertThat(policy.allows(Headers.create(), true)).isTrue();
    assertThat(policy.required().allows(Headers.create(), true)).isFalse();
    assertThat(allows(policy.required(), "https://app.example")).isTrue();
  }

  @Test
  void severalOriginLinesAreRefused() {
    Headers twice = Headers.of("Origin", "https://app.example");
    twice.add("Origin", "https://app.example");
    assertThat(policy.allows(twice, true)).isFalse();
  }

  @Test
  void anyLetsAllConnect() {
    assertThat(allows(OriginPolicy.any(), "null")).isTrue();
    assertThat(OriginPolicy.any().allows(Headers.create(), false)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example,app.example,true,true",
    "https://app.example,APP.example:443,true,true",
    "https://app.example:8443,app.example:8443,true,true",
    "http://app.example,app.example:80,false,true",
    "http://[::1]:3000,[::1]:3000,false,true",
    // A proxy that nobody trusts may end TLS.
    "https://app.example,app.example,false,true",
    "http://app.example,app.example,true,false",
    "https://app.example:8443,app.example,true,false",
    "https://evil.example,app.example,true,false",
    "null,null,false,false",
    "https://,'',true,true",
    "a,a,false,false",
    "'','',false,false"
  })
  void theSameOriginHasTheHostOfTheRequest(
      String origin, String host, boolean secure, boolean same) {
    Headers request = Headers.of("Origin", origin).add("Host", host);
    assertThat(OriginPolicy.sameOrigin().allows(request, secure)).isEqualTo(same);
  }

  @Test
  void withoutOneHostNoOriginIsTheSame() {
    Headers request = Headers.of("Origin", "https://app.example");
    assertThat(OriginPolicy.sameOrigin().allows(request, true)).isFalse();
    request.add("Host", "app.example").add("Host", "app.example");
    assertThat(OriginPolicy.sameOrigin().allows(request, true)).isFalse();
  }

  @Test
  void theSameOriginMayBeAllowedBesides() {
    OriginPolicy both = OriginPolicy.of(List.of("https://a.example")).orSameOrigin().required();
    assertThat(allows(both, "https://a.example")).isTrue();
    Headers own = Headers.of("Origin", "https://b.example").add("Host", "b.example");
    assertThat(both.allows(own, true)).isTrue();
    assertThat(both.allows(Headers.create(), true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "app.example",
        "https://",
        "https://app.example/",
        "https://app.example/path",
        "https://*",
        "https://*app.example",
        "https://a.*.example",
        "https://.app.example",
        "https://app.example:*",
        "https://user@app.example",
        "https://app.example\r\n"
      })
  void whatIsNoOriginCannotBeListed(String origin) {
    assertThatThrownBy(() -> OriginPolicy.of(origin))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no origin: write scheme://host");
  }

  private static Headers script(String site) {
    return Headers.of("Sec-Fetch-Site", site);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void aScriptThatAnUnknownPageLoadsIsRefused(String site) {
    assertThat(policy.allows(script(site), true)).isFalse();
    assertThat(policy.orSameOrigin().allows(script(site), true)).isFalse();
    assertThat(
            policy.allows(
                script(site).add("Referer", "https://evil.example/?https://app.example/"), true))
        .isFalse();
  }

  @Test
  void aScriptThatAListedPageLoadsIsAllowed() {
    Headers request = script("cross-site").add("Referer", "https://app.example/chat?a=b");
    assertThat(policy.allows(request, true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void aBrowserThatPollsItsOwnOriginIsAllowed(String site) {
    assertThat(policy.allows(script(site), true)).isTrue();
  }

  @Test
  void wherePagesAreNotCheckedScriptsAreNotEither() {
    assertThat(OriginPolicy.any().allows(script("cross-site"), true)).isTrue();
  }
}
