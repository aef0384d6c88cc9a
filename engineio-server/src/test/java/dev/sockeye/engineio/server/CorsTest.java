// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.engineio.Headers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected headers were made by the npm package cors 2.8.5. */
class CorsTest {
  private static final String GOOD = "http://good.example";
  private static final String BAD = "http://bad.example";

  /** All ways to let one of several origins in. */
  static List<Cors> choosy() {
    return List.of(
        Cors.origins(List.of("http://other.example", GOOD)),
        Cors.matching(Pattern.compile("http://good\\.(example|test)")),
        Cors.allowing(GOOD::equals));
  }

  private static String get(Cors cors, String origin) {
    return cors.responseHeaders("GET", Headers.of("origin", origin)).toString();
  }

  private static String preflight(Cors cors, String origin) {
    Headers request = Headers.of("origin", origin);
    request.add("access-control-request-headers", "x-a, x-b");
    return cors.responseHeaders("OPTIONS", request).toString();
  }

  @Test
  void anyOriginIsAStarWithoutVary() {
    assertThat(get(Cors.any(), GOOD)).isEqualTo("Access-Control-Allow-Origin: *\n");
    assertThat(Cors.origin("*").responseHeaders("GET", Headers.create()))
        .hasToString("Access-Control-Allow-Origin: *\n");
  }

  @Test
  void aPreflightAlsoHasTheMethodsAndTheHeadersThatItAskedFor() {
    assertThat(preflight(Cors.any(), GOOD))
        .isEqualTo(
            """
            Access-Control-Allow-Origin: *
            Vary: Access-Control-Request-Headers
            Access-Control-Allow-Methods: GET,HEAD,PUT,PATCH,POST,DELETE
            Access-Control-Allow-Headers: x-a, x-b
            """);
  }

  @Test
  void oneOriginIsSentWhateverTheRequests() {
    String expected = "Access-Control-Allow-Origin: http://good.example\nVary: Origin\n";
    assertThat(get(Cors.origin(GOOD), BAD)).isEqualTo(expected);
    assertThat(Cors.origin(GOOD).responseHeaders("GET", Headers.create())).hasToString(expected);
  }

  @ParameterizedTest
  @MethodSource("choosy")
  void anAllowedOriginIsSentBack(Cors cors) {
    assertThat(get(cors, GOOD))
        .isEqualTo("Access-Control-Allow-Origin: http://good.example\nVary: Origin\n");
    assertThat(preflight(cors, GOOD))
        .isEqualTo(
            """
            Access-Control-Allow-Origin: http://good.example
            Vary: Origin, Access-Control-Request-Headers
            Access-Control-Allow-Methods: GET,HEAD,PUT,PATCH,POST,DELETE
            Access-Control-Allow-Headers: x-a, x-b
            """);
  }

  @ParameterizedTest
  @MethodSource("choosy")
  void anotherOriginIsNotSentBackButTheResponseStillVaries(Cors cors) {
    assertThat(get(cors, BAD)).isEqualTo("Vary: Origin\n");
    assertThat(cors.responseHeaders("GET", Headers.create())).hasToString("Vary: Origin\n");
    assertThat(preflight(cors, BAD))
        .isEqualTo(
            """
            Vary: Origin, Access-Control-Request-Headers
            Access-Control-Allow-Methods: GET,HEAD,PUT,PATCH,POST,DELETE
            Access-Control-Allow-Headers: x-a, x-b
            """);
    assertThat(cors.preflightAnswer("OPTIONS")).hasValue(204);
  }

  @Test
  void aPatternMustMatchTheWholeOrigin() {
    Cors cors = Cors.matching(Pattern.compile("http://good\\.example"));
    assertThat(get(cors, "http://good.example.evil.example")).isEqualTo("Vary: Origin\n");
  }

  @Test
  void aStarIsAllSubdomains() {
    Cors cors = Cors.origin("http://*.good.example");
    assertThat(get(cors, "http://a.good.example"))
        .isEqualTo("Access-Control-Allow-Origin: http://a.good.example\nVary: Origin\n");
    assertThat(get(cors, GOOD)).isEqualTo("Vary: Origin\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://a b", "http://\u00e9", "\u0001", "\t"})
  void whatCannotBeAnOriginIsNeverReflected(String origin) {
    assertThat(get(Cors.reflect(), origin)).isEqualTo("Vary: Origin\n");
    assertThat(get(Cors.reflect(), "http://" + "a".repeat(600))).isEqualTo("Vary: Origin\n");
  }

  @Test
  void severalOriginLinesAreNone() {
    Headers request = Headers.of("Origin", GOOD).add("Origin", GOOD);
    assertThat(Cors.reflect().responseHeaders("GET", request)).hasToString("Vary: Origin\n");
  }

  @Test
  void anAllowedPreflightWithCredentials() {
    Cors cors = Cors.reflect().allowedHeaders("my-header").credentials(true);
    assertThat(preflight(cors, GOOD))
        .isEqualTo(
            """
            Access-Control-Allow-Origin: http://good.example
            Vary: Origin
            Access-Control-Allow-Credentials: true
            Access-Control-Allow-Methods: GET,HEAD,PUT,PATCH,POST,DELETE
            Access-Control-Allow-Headers: my-header
            """);
    assertThat(get(cors, GOOD))
        .isEqualTo(
            """
            Access-Control-Allow-Origin: http://good.example
            Vary: Origin
            Access-Control-Allow-Credentials: true
            """);
  }

  @Test
  void everyOptionIsSent() {
    Cors cors =
        Cors.origin(GOOD)
            .methods("GET", "PUT", "POST")
            .allowedHeaders("my-header")
            .exposedHeaders("my-exposed-header", "x")
            .credentials(true)
            .maxAge(Duration.ofSeconds(123))
            .preflightStatus(200);
    assertThat(preflight(cors, GOOD))
        .isEqualTo(
            """
            Access-Control-Allow-Origin: http://good.example
            Vary: Origin
            Access-Control-Expose-Headers: my-exposed-header,x
            Access-Control-Allow-Credentials: true
            Access-Control-Allow-Methods: GET,PUT,POST
            Access-Control-Allow-Headers: my-header
            Access-Control-Max-Age: 123
            """);
    assertThat(cors.preflightAnswer("OPTIONS")).hasValue(200);
  }

  @Test
  void emptyListsAreNotSent() {
    assertThat(preflight(Cors.any().methods().allowedHeaders().exposedHeaders(), GOOD))
        .isEqualTo("Access-Control-Allow-Origin: *\n");
  }

  @Test
  void aMaxAgeOfZeroIsSent() {
    assertThat(preflight(Cors.any().maxAge(Duration.ZERO), GOOD))
        .contains("Access-Control-Max-Age: 0\n");
  }

  @Test
  void aPreflightThatAsksForNoHeadersGetsNone() {
    assertThat(Cors.any().responseHeaders("options", Headers.create()))
        .hasToString(
            """
            Access-Control-Allow-Origin: *
            Vary: Access-Control-Request-Headers
            Access-Control-Allow-Methods: GET,HEAD,PUT,PATCH,POST,DELETE
            """);
  }

  @Test
  void onlyPreflightsAreAnswered() {
    assertThat(Cors.any().preflightAnswer("GET")).isEmpty();
    assertThat(Cors.any().preflightContinue().preflightAnswer("OPTIONS")).isEmpty();
    assertThat(preflight(Cors.any().preflightContinue(), GOOD)).contains("Allow-Methods");
  }

  @Test
  void aChangeMakesACopy() {
    Cors cors = Cors.origin(GOOD);
    Cors changed = cors.credentials(true).exposedHeaders("x").credentials(false).exposedHeaders();
    assertThat(get(changed, GOOD)).isEqualTo(get(cors, GOOD));
    cors.credentials(true);
    assertThat(get(cors, GOOD)).doesNotContain("Credentials");
  }

  @Test
  void credentialsFromAnyOriginAreRefused() {
    assertThatThrownBy(() -> Cors.any().credentials(true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name the origins");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 199, 300, 404})
  void aPreflightMustBeAnsweredWithSuccess(int status) {
    assertThatThrownBy(() -> Cors.any().preflightStatus(status))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("200 to 299: " + status);
  }

  @Test
  void whatIsNoHeaderOrAgeIsRefused() {
    assertThatThrownBy(() -> Cors.any().allowedHeaders("x\r\ny"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'x??y' is no token");
    assertThatThrownBy(() -> Cors.any().methods("GET,POST"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'GET,POST' is no token");
    assertThatThrownBy(() -> Cors.any().maxAge(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-1S");
  }
}
