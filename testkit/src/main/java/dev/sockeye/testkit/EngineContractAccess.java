// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.server.Decision;
import dev.sockeye.engineio.server.EngineOptions;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Who may connect, who may take part in a session, and what the others are answered. */
public interface EngineContractAccess extends EngineContractStart {
  private static EngineOptions.Builder reject(EngineOptions.Builder options) {
    return options.allowRequestSync(request -> Decision.reject("Thou shall not pass"));
  }

  @Test
  default void whoIsNotAllowedIsToldWhyInJson() {
    talk(
        EngineContractAccess::reject,
        (engine, client) -> {
          EngineClient.Answer answer = client.handshake();
          assertThat(answer.status()).isEqualTo(403);
          assertThat(answer.header("Content-Type")).isEqualTo("application/json");
          assertThat(answer.body()).isEqualTo("{\"code\":4,\"message\":\"Thou shall not pass\"}");
        });
  }

  @Test
  default void aWebSocketThatIsNotAllowedIsToldWhyInPlainText() {
    talk(
        EngineContractAccess::reject,
        (engine, client) -> {
          EngineClient.Answer answer = client.webSocket();
          assertThat(answer.status()).isEqualTo(400);
          assertThat(answer.header("Content-Type")).isEqualTo("text/html");
          assertThat(answer.body()).isEqualTo("Thou shall not pass");
        });
  }

  @Test
  default void aForeignPageIsRefusedOnBothTransports() {
    talk(
        options -> options.allowedOrigins("https://app.example"),
        (engine, client) -> {
          Headers foreign = Headers.of("Origin", "https://evil.example");
          assertThat(client.send("GET", EngineClient.POLLING, foreign, "").status()).isEqualTo(403);
          assertThat(client.upgrade(EngineClient.WEBSOCKET, foreign).status()).isEqualTo(400);
          assertThat(engine.sessionCount()).isZero();
        });
  }

  @Test
  default void aListedPageIsServedOnBothTransports() {
    talk(
        options -> options.allowedOrigins("https://app.example"),
        (engine, client) -> {
          Headers listed = Headers.of("Origin", "https://app.example");
          assertThat(client.send("GET", EngineClient.POLLING, listed, "").status()).isEqualTo(200);
          assertThat(client.upgrade(EngineClient.WEBSOCKET, listed).status()).isEqualTo(101);
        });
  }

  /** Begins a session that is bound to its browser, whose cookie is handed on. */
  private void talkBound(BiConsumer<EngineClient, BoundSession> conversation) {
    talk(
        options -> options.sessionBinding(SessionCookie.defaults().name("io-key")),
        (engine, client) -> {
          EngineClient.Answer handshake = client.handshake();
          String cookie = handshake.cookies().get(0).replaceFirst(";.*", "");
          conversation.accept(client, new BoundSession(handshake.sid(), cookie));
        });
  }

  /**
   * A session and what its browser knows.
   *
   * @param cookie what the browser sends back: {@code io-key=…}
   */
  record BoundSession(String sid, String cookie) {
    String query(String kind) {
      return kind + "&sid=" + sid;
    }

    Headers headers() {
      return Headers.of("Cookie", cookie);
    }
  }

  @Test
  default void theIdAloneIsNotEnoughForASessionThatIsBound() {
    talkBound(
        (client, session) -> {
          EngineClient.Answer stolen = client.post(session.sid(), "4hi");
          assertThat(stolen.status()).isEqualTo(403);
          assertThat(stolen.body()).isEqualTo("{\"code\":4,\"message\":\"Forbidden\"}");
          String webSocket = session.query(EngineClient.WEBSOCKET);
          assertThat(client.upgrade(webSocket, Headers.create()).status()).isEqualTo(400);
          Headers guessed = Headers.of("Cookie", "io-key=AAAAAAAAAAAAAAAAAAAAAAAA");
          assertThat(client.upgrade(webSocket, guessed).status()).isEqualTo(400);
        });
  }

  @Test
  default void whoHasTheKeyTakesPart() {
    talkBound(
        (client, session) -> {
          String polling = session.query(EngineClient.POLLING);
          assertThat(client.send("POST", polling, session.headers(), "4hi").status())
              .isEqualTo(200);
          String webSocket = session.query(EngineClient.WEBSOCKET);
          assertThat(client.upgrade(webSocket, session.headers()).status()).isEqualTo(101);
        });
  }

  @Test
  default void theSessionsOfABrowserShareItsKey() {
    talkBound(
        (client, session) -> {
          EngineClient.Answer secondTab =
              client.send("GET", EngineClient.POLLING, session.headers(), "");
          assertThat(secondTab.cookies())
              .containsExactly(session.cookie() + "; Path=/; HttpOnly; SameSite=Lax");
        });
  }
}
