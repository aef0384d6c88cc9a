// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class QueryStringTest {
  @Test
  void parametersKeepTheirOrder() {
    assertThat(QueryString.parse("b=1&a=2")).containsExactly(entry("b", "1"), entry("a", "2"));
  }

  @Test
  void theLastOfDuplicatesCounts() {
    assertThat(QueryString.parse("a=1&b=2&a=3")).containsExactly(entry("a", "3"), entry("b", "2"));
  }

  @Test
  void aPlusIsASpace() {
    assertThat(QueryString.parse("a+b=c+d")).containsExactly(entry("a b", "c d"));
  }

  @Test
  void percentsAreUtf8() {
    assertThat(QueryString.parse("%C3%A4=%e2%82%ac")).containsExactly(entry("ä", "€"));
  }

  @Test
  void aPercentWithoutTwoDigitsIsItself() {
    assertThat(QueryString.parse("a=%&b=%4&c=%zz&d=100%"))
        .containsExactly(entry("a", "%"), entry("b", "%4"), entry("c", "%zz"), entry("d", "100%"));
  }

  @Test
  void aLastPercentCodeIsDecoded() {
    assertThat(QueryString.parse("a=%41")).containsExactly(entry("a", "A"));
  }

  @Test
  void malformedUtf8BecomesTheReplacementCharacter() {
    assertThat(QueryString.parse("a=%ff")).containsExactly(entry("a", "\ufffd"));
  }

  @Test
  void namesAndValuesMayBeMissing() {
    assertThat(QueryString.parse("&a&=b&c==d&&"))
        .containsExactly(entry("a", ""), entry("", "b"), entry("c", "=d"));
  }

  @Test
  void anEmptyQueryHasNoParameters() {
    assertThat(QueryString.parse("")).isEmpty();
  }
}
