// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.SetCookie;
import dev.sockeye.engineio.server.Cors;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** CORS: the reference's own assertions, on every response there is. */
public interface EngineContractCors extends EngineContractStart {
  /** The origin of the page that asks. */
  String ORIGIN = "http://localhost:3000";

  private void talk(Cors cors, Consumer<EngineClient> conversation) {
    talk(options -> options.cors(cors), (engine, client) -> conversation.accept(client));
  }

  private static EngineClient.Answer ask(EngineClient client, String method, String query) {
    return client.send(method, query, Headers.of("Origin", ORIGIN), "");
  }

  @Test
  default void aPreflightIsAnswered() {
    talk(
        Cors.reflect().allowedHeaders("my-header").credentials(true),
        client -> {
          EngineClient.Answer answer = ask(client, "OPTIONS", EngineClient.POLLING);
          assertThat(answer.status()).isEqualTo(204);
          assertThat(answer.body()).isEmpty();
          assertThat(answer.header("Content-Length")).isEqualTo("0");
          assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
          assertThat(answer.header("Access-Control-Allow-Methods"))
              .isEqualTo("GET,HEAD,PUT,PATCH,POST,DELETE");
          assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo("my-header");
          assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        });
  }

  @Test
  default void aRequestIsAnsweredWithLeaveToReadIt() {
    talk(
        Cors.reflect().allowedHeaders("my-header").credentials(true),
        client -> {
          EngineClient.Answer answer = ask(client, "GET", EngineClient.POLLING);
          assertThat(answer.status()).isEqualTo(200);
          assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
          assertThat(answer.header("Access-Control-Allow-Methods")).isEmpty();
          assertThat(answer.header("Access-Control-Allow-Headers")).isEmpty();
          assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        });
  }

  @Test
  default void aPreflightOfABadOriginGetsNoLeave() {
    talk(
        Cors.origins(List.of("http://good-domain.com")),
        client -> {
          EngineClient.Answer answer = ask(client, "OPTIONS", EngineClient.POLLING);
          assertThat(answer.status()).isEqualTo(204);
          assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
          assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        });
  }

  @Test
  default void allSettingsOfCorsArrive() {
    Cors cors =
        Cors.reflect()
            .methods("GET", "PUT", "POST")
            .allowedHeaders("my-header")
            .exposedHeaders("my-exposed-header")
            .credentials(true)
            .maxAge(Duration.ofSeconds(123))
            .preflightStatus(200);
    talk(
        cors,
        client -> {
          EngineClient.Answer answer = ask(client, "OPTIONS", EngineClient.POLLING);
          assertThat(answer.status()).isEqualTo(200);
          assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET,PUT,POST");
          assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("123");
          assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("my-exposed-header");
        });
  }

  @Test
  default void errorsAnd101sHaveTheHeadersOfCorsToo() {
    talk(
        Cors.any(),
        client -> {
          EngineClient.Answer error = ask(client, "GET", "EIO=4&transport=abc");
          assertThat(error.status()).isEqualTo(400);
          assertThat(error.header("Access-Control-Allow-Origin")).isEqualTo("*");
          assertThat(client.webSocket().header("Access-Control-Allow-Origin")).isEqualTo("*");
        });
  }

  @Test
  default void corsAndTheSessionCookieAndOnesOwnStayBesideEachOther() {
    talk(
        options ->
            options
                .generateId(request -> "abc")
                .cookie(SessionCookie.defaults())
                .cors(Cors.origin(ORIGIN).credentials(true)),
        (engine, client) -> {
          engine.onInitialHeaders(
              (headers, request) -> headers.addCookie(SetCookie.of("mycookie", "456")));
          EngineClient.Answer answer = ask(client, "GET", EngineClient.POLLING);
          assertThat(answer.cookies())
              .containsExactly("io=abc; Path=/; HttpOnly; SameSite=Lax", "mycookie=456");
          assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        });
  }
}
