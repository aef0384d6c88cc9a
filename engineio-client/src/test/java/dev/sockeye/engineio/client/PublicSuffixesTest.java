// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;

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
}
