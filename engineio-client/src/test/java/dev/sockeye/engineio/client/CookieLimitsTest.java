// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which cookies go when there are too many (RFC 6265bis §5.7). */
class CookieLimitsTest {
  private static final URI A = URI.create("https://a.example.com/");
  private static final URI B = URI.create("https://b.example.com/");

  /** Moved by hand. */
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private final CookieJar jar =
      CookieJar.builder().maxCookies(5).maxCookiesPerDomain(3).clock(() -> now).build();

  @Test
  void theOneThatWasUnusedForLongestGoes() {
    set(A, "a=1; Path=/x", "b=2; Path=/y", "c=3; Path=/x");
    jar.load(A.resolve("/x"));
    set(A, "d=4");
    assertThat(names()).containsExactly("a", "c", "d");
  }

  @Test
  void expiredOnesGoFirst() {
    set(A, "a=1", "b=2; Max-Age=60", "c=3");
    now = now.plusSeconds(60);
    set(A, "d=4");
    assertThat(names()).containsExactly("a", "c", "d");
  }

  @Test
  void secureOnesGoLast() {
    set(A, "a=1; Secure", "b=2", "c=3", "d=4");
    assertThat(names()).containsExactly("a", "c", "d");
  }

  @Test
  void aNewValueTakesNoRoom() {
    set(A, "a=1", "b=2", "c=3", "a=4");
    assertThat(names()).containsExactly("a", "b", "c");
  }

  @Test
  void eachDomainHasRoomOfItsOwn() {
    set(A, "a=1", "b=2", "c=3");
    set(B, "d=4", "e=5");
    assertThat(names()).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void allTogetherHaveALimitToo() {
    set(A, "a=1", "b=2", "c=3");
    set(B, "d=4", "e=5", "f=6");
    assertThat(names()).containsExactly("b", "c", "d", "e", "f");
  }

  @Test
  void roomThatWasLeftIsUsedAgain() {
    set(A, "a=1; Max-Age=60", "b=2; Max-Age=60", "c=3; Max-Age=60");
    now = now.plusSeconds(60);
    jar.load(A);
    set(B, "d=4", "e=5", "f=6");
    set(A, "g=7", "h=8");
    assertThat(names()).containsExactly("d", "e", "f", "g", "h");
  }

  @Test
  void aLimitIsPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CookieJar.builder().maxCookies(0))
        .withMessage("maxCookies must be positive, not 0");
  }

  private void set(URI uri, String... lines) {
    for (String line : lines) {
      jar.set(uri, line);
    }
  }

  private Iterable<String> names() {
    return jar.list().stream().map(Cookie::name).toList();
  }
}
