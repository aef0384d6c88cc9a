// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.Cors;
import dev.sockeye.engineio.server.spi.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The headers of CORS on what the engine answers; which they are is tested with {@link Cors}. */
class CorsOnEngineTest {
  private static final String POLLING = "EIO=4&transport=polling";

  private static TestEngine with(Cors cors) {
    return TestEngine.with(options -> options.cors(cors));
  }

  private static RawPeer browser(TestEngine server) {
    return server.peer().header("Origin", "https://app.example");
  }

  private static String headers(LocalExchange exchange) {
    return exchange.response().headers().toString();
  }

  @Test
  void aPreflightIsAnswered() {
    TestEngine server = with(Cors.reflect().allowedHeaders("my-header").credentials(true));
    LocalExchange preflight = browser(server).request("OPTIONS", POLLING);
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.body()).isEmpty();
    assertThat(headers(preflight))
        .isEqualTo(
            "Content-Length: 0\n"
                + "Access-Control-Allow-Origin: https://app.example\n"
                + "Vary: Origin\n"
                + "Access-Control-Allow-Credentials: true\n"
                + "Access-Control-Allow-Methods: GET,HEAD,PUT,PATCH,POST,DELETE\n"
                + "Access-Control-Allow-Headers: my-header\n");
  }

  @Test
  void aPreflightFromElsewhereIsAnsweredWithoutLeave() {
    TestEngine server = with(Cors.origins(List.of("http://good.example")).credentials(true));
    LocalExchange preflight = browser(server).request("OPTIONS", POLLING);
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void allOptionsAreForwarded() {
    Cors cors =
        Cors.reflect()
            .methods("GET", "PUT", "POST")
            .allowedHeaders("my-header")
            .exposedHeaders("my-exposed-header")
            .credentials(true)
            .maxAge(Duration.ofSeconds(123))
            .preflightStatus(200);
    LocalExchange preflight = browser(with(cors)).request("OPTIONS", POLLING);
    assertThat(preflight.status()).isEqualTo(200);
    assertThat(headers(preflight))
        .contains(
            "Access-Control-Allow-Methods: GET,PUT,POST\n",
            "Access-Control-Expose-Headers: my-exposed-header\n",
            "Access-Control-Max-Age: 123\n");
  }

  @Test
  void aPollHasTheHeadersOfARealRequest() {
    LocalExchange poll = browser(with(Cors.reflect().credentials(true))).get();
    assertThat(headers(poll))
        .contains(
            "Access-Control-Allow-Origin: https://app.example\n",
            "Access-Control-Allow-Credentials: true\n")
        .doesNotContain("Access-Control-Allow-Methods", "Access-Control-Allow-Headers");
  }

  @Test
  void errorsAndThe101HaveThemToo() {
    TestEngine server = with(Cors.any());
    assertThat(browser(server).get("transport=abc").header("Access-Control-Allow-Origin"))
        .isEqualTo("*");
    assertThat(browser(server).upgrade("EIO=4&transport=websocket").acceptHeaders().toString())
        .isEqualTo("Access-Control-Allow-Origin: *\n");
  }

  @Test
  void whoeverIsNotAllowedByCorsIsServedAllTheSame() {
    TestEngine server = with(Cors.origin("https://other.example"));
    assertThat(browser(server).get().status()).isEqualTo(200);
  }

  @Test
  void withoutCorsAPreflightIsABadHandshake() {
    LocalExchange preflight = browser(TestEngine.create()).request("OPTIONS", POLLING);
    assertThat(preflight.body()).isEqualTo("{\"code\":2,\"message\":\"Bad handshake method\"}");
  }

  @Test
  void aPreflightThatContinuesReachesTheEngine() {
    LocalExchange preflight =
        browser(with(Cors.any().preflightContinue())).request("OPTIONS", POLLING);
    assertThat(preflight.status()).isEqualTo(400);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void theRulesMayBeChosenForEachRequest() {
    CompletableFuture<Cors> slow = new CompletableFuture<>();
    TestEngine server = TestEngine.with(options -> options.corsAsync(request -> slow));
    LocalExchange poll = browser(server).get();
    assertThat(poll.isAnswered()).isFalse();
    slow.complete(Cors.any());
    server.host.runPending();
    assertThat(poll.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void aPredicateThatFailsRefusesTheRequest() {
    TestEngine server =
        with(
            Cors.allowing(
                origin -> {
                  throw new IllegalStateException("on purpose");
                }));
    assertThat(browser(server).get().status()).isEqualTo(400);
    assertThat(server.error().context()).containsEntry("name", "MIDDLEWARE_FAILURE");
  }

  @Test
  void whatIsServedBesideTheEngineMayHaveThem() {
    TestEngine server = with(Cors.any());
    LocalHost host =
        LocalHost.of(
            exchange ->
                server.engine.handleWithCors(
                    exchange,
                    file ->
                        file.respond(
                            HttpResponse.of(200, Headers.create(), "file".getBytes(UTF_8)))),
            "/file.js");
    LocalExchange file = host.peer().get("");
    assertThat(file.body()).isEqualTo("file");
    assertThat(file.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }
}
