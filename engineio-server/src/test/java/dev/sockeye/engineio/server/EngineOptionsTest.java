// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sockeye.engineio.SameSite;
import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.Transport;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineOptionsTest {
  @Test
  void theDefaultsAreTheReferences() {
    EngineOptions options = EngineOptions.builder().build();
    assertThat(options.path()).isEqualTo("/engine.io");
    assertThat(options.addTrailingSlash()).isTrue();
    assertThat(options.pingInterval()).isEqualTo(ofSeconds(25));
    assertThat(options.pingTimeout()).isEqualTo(ofSeconds(20));
    assertThat(options.upgradeTimeout()).isEqualTo(ofSeconds(10));
    assertThat(options.closeTimeout()).isEqualTo(ofSeconds(30));
    assertThat(options.maxPayload()).isEqualTo(1_000_000);
    assertThat(options.transports()).containsExactly(Transport.POLLING, Transport.WEBSOCKET);
    assertThat(options.allowUpgrades()).isTrue();
    assertThat(options.allowEio3()).isFalse();
    assertThat(options.initialPacket()).isEmpty();
  }

  @Test
  void ourOwnLimitsHaveSafeDefaults() {
    EngineOptions options = EngineOptions.builder().build();
    assertThat(options.maxBufferedBytes()).isEqualTo(16 * 1024 * 1024);
    assertThat(options.maxPacketsPerPayload()).isEqualTo(131_072);
    assertThat(options.drainTimeout()).isEqualTo(ofSeconds(10));
  }

  @Test
  void thePathLosesItsTrailingSlash() {
    assertThat(EngineOptions.builder().path("/rt/").build().path()).isEqualTo("/rt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rt", "/a b", "/a?b", "/a#b", "/a\n"})
  void aPathThatIsNoneIsRefused(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EngineOptions.builder().path(path))
        .withMessageContaining("path must begin with '/'");
  }

  static Stream<BiFunction<EngineOptions.Builder, Duration, EngineOptions.Builder>> durations() {
    return Stream.of(
        EngineOptions.Builder::pingInterval,
        EngineOptions.Builder::pingTimeout,
        EngineOptions.Builder::upgradeTimeout,
        EngineOptions.Builder::closeTimeout,
        EngineOptions.Builder::drainTimeout,
        EngineOptions.Builder::hookTimeout);
  }

  @ParameterizedTest
  @MethodSource("durations")
  void aDurationMustBePositiveAndFitABrowsersTimer(
      BiFunction<EngineOptions.Builder, Duration, EngineOptions.Builder> setter) {
    for (Duration wrong :
        new Duration[] {Duration.ZERO, ofMillis(-1), Duration.ofNanos(1), ofDays(25)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> setter.apply(EngineOptions.builder(), wrong))
          .withMessageContaining("not " + wrong);
    }
  }

  static Stream<BiFunction<EngineOptions.Builder, Integer, EngineOptions.Builder>> numbers() {
    return Stream.of(
        EngineOptions.Builder::maxPayload,
        EngineOptions.Builder::maxBufferedBytes,
        EngineOptions.Builder::maxPacketsPerPayload);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aLimitMustBePositive(
      BiFunction<EngineOptions.Builder, Integer, EngineOptions.Builder> setter) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setter.apply(EngineOptions.builder(), 0))
        .withMessageContaining("not 0");
  }

  @Test
  void intervalAndTimeoutTogetherMustFitABrowsersTimer() {
    EngineOptions.Builder options =
        EngineOptions.builder().pingInterval(ofDays(20)).pingTimeout(ofDays(20));
    assertThatIllegalArgumentException()
        .isThrownBy(options::build)
        .withMessageContaining("pingInterval + pingTimeout");
  }

  @Test
  void aServerNeedsATransport() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EngineOptions.builder().transports())
        .withMessageContaining("at least one transport");
  }

  @Test
  void aCookieThatBrowsersWouldDropIsRefusedWhenItIsSet() {
    SessionCookie insecure = SessionCookie.defaults().sameSite(SameSite.NONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EngineOptions.builder().cookie(insecure))
        .withMessageContaining("SameSite=None needs Secure");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EngineOptions.builder().sessionBinding(insecure));
  }

  @Test
  void twoCookiesNeedTwoNames() {
    EngineOptions.Builder options =
        EngineOptions.builder()
            .cookie(SessionCookie.defaults())
            .sessionBinding(SessionCookie.defaults());
    assertThatIllegalArgumentException()
        .isThrownBy(options::build)
        .withMessageContaining("not both 'io'");
  }

  @Test
  void anOriginThatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EngineOptions.builder().allowedOrigins("app.example/chat"));
  }
}
