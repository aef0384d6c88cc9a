// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of publicsuffix.org. */
class PublicSuffixesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com",
        "co.uk",
        "github.io",
        "kawasaki.jp",
        "anything.kawasaki.jp",
        "www.np",
        "us-east-1.elb.amazonaws.com",
        "xn--55qx5d.cn",
        "xn--fiqs8s",
        "local",
        "no-such-top-level-domain"
      })
  void nobodyOwnsAPublicSuffix(String domain) {
    assertThat(PublicSuffixes.contains(domain)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "example.co.uk",
        "me.github.io",
        "city.kawasaki.jp",
        "www.ck",
        "a.b.kawasaki.jp",
        "lb.us-east-1.elb.amazonaws.com",
        "xn--85x722f.xn--55qx5d.cn",
        "printer.local"
      })
  void whatIsBelowHasAnOwner(String domain) {
    assertThat(PublicSuffixes.contains(domain)).isFalse();
  }

  @Test
  void eachRuleIsFound() throws IOException {
    List<String> lost =
        rules().filter(rule -> !PublicSuffixes.contains(CookieOrigin.canonical(rule))).toList();
    assertThat(lost).isEmpty();
  }

  @Test
  void whatIsBelowAPlainRuleIsFree() throws IOException {
    List<String> rules = rules().toList();
    List<String> taken =
        rules.stream()
            .map(rule -> "a-name-that-nobody-has." + rule)
            .filter(name -> PublicSuffixes.contains(CookieOrigin.canonical(name)))
            .toList();
    assertThat(taken).hasSizeLessThan(rules.size() / 50);
  }

  private static Stream<String> rules() throws IOException {
    try (InputStream file = PublicSuffixes.class.getResourceAsStream("effective_tld_names.dat")) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.matches("[^/!*].*"));
    }
  }
}
