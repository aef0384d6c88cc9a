// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.SameSite;
import dev.sockeye.engineio.SecurePolicy;
import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.server.TrustedProxies;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The cookie for sticky sessions: the reference's own assertions, and where it goes beyond. */
public interface EngineContractCookies extends EngineContractStart {
  /** Begins a session over polling and looks at its only cookie. */
  private void expect(String cookie, UnaryOperator<SessionCookie> settings) {
    talk(
        options -> options.cookie(settings.apply(SessionCookie.defaults())),
        (engine, client) -> {
          EngineClient.Answer answer = client.handshake();
          assertThat(answer.cookies()).containsExactly(cookie.replace("SID", answer.sid()));
        });
  }

  @Test
  default void theSessionCookieHasTheSessionsId() {
    expect("io=SID; Path=/; HttpOnly; SameSite=Lax", cookie -> cookie);
  }

  @Test
  default void theSessionCookieMayHaveAnotherName() {
    expect("woot=SID; Path=/; HttpOnly; SameSite=Lax", cookie -> cookie.name("woot"));
  }

  @Test
  default void theSessionCookieMayHaveAnotherPath() {
    expect("io=SID; Path=/custom; HttpOnly; SameSite=Lax", cookie -> cookie.path("/custom"));
  }

  @Test
  default void theSessionCookieMayHaveNoPath() {
    expect("io=SID; HttpOnly; SameSite=Lax", SessionCookie::withoutPath);
  }

  @Test
  default void theSessionCookieMayBeHttpOnlyBySayingSo() {
    expect("io=SID; Path=/; HttpOnly; SameSite=Lax", cookie -> cookie.httpOnly(true));
  }

  @Test
  default void theSessionCookieMayBeStrict() {
    expect("io=SID; Path=/; HttpOnly; SameSite=Strict", cookie -> cookie.sameSite(SameSite.STRICT));
  }

  @Test
  default void theSessionCookieMayBeReadByScripts() {
    expect("io=SID; Path=/; SameSite=Lax", cookie -> cookie.httpOnly(false));
  }

  @Test
  default void withoutTheOptionThereIsNoCookie() {
    talk(
        options -> options, (engine, client) -> assertThat(client.handshake().cookies()).isEmpty());
  }

  @Test
  default void theSessionCookieIsOnTheHandshakeOnly() {
    talk(
        options -> options.cookie(SessionCookie.defaults()),
        (engine, client) ->
            assertThat(client.post(client.handshake().sid(), "4hi").cookies()).isEmpty());
  }

  @Test
  default void theSessionCookieIsNotOnA101() {
    talk(
        options -> options.cookie(SessionCookie.defaults()),
        (engine, client) -> assertThat(client.webSocket().cookies()).isEmpty());
  }

  @Test
  default void theSessionCookieIsOnA101WhereItIsWanted() {
    talk(
        options ->
            options.generateId(request -> "abc").cookie(SessionCookie.defaults().onWebSocket(true)),
        (engine, client) ->
            assertThat(client.webSocket().cookies())
                .containsExactly("io=abc; Path=/; HttpOnly; SameSite=Lax"));
  }

  @Test
  default void aWebSocketThatUpgradesASessionHasNoNewSessionCookie() {
    talk(
        options -> options.cookie(SessionCookie.defaults().onWebSocket(true)),
        (engine, client) -> {
          String sid = client.handshake().sid();
          String query = EngineClient.WEBSOCKET + "&sid=" + sid;
          assertThat(client.upgrade(query, Headers.create()).cookies()).isEmpty();
        });
  }

  @Test
  default void theSessionCookieIsSecureWhereTheProxySaysThatTheClientIs() {
    talk(
        options ->
            options
                .generateId(request -> "abc")
                .cookie(SessionCookie.defaults().secure(SecurePolicy.AUTO))
                .trustProxies(TrustedProxies.xForwarded("127.0.0.1", "::1")),
        (engine, client) -> {
          Headers byTls = Headers.of("X-Forwarded-Proto", "https");
          assertThat(client.send("GET", EngineClient.POLLING, byTls, "").cookies())
              .containsExactly("io=abc; Path=/; HttpOnly; Secure; SameSite=Lax");
        });
  }

  @Test
  default void theHandshakeIsThatOfTheDocumentation() {
    talk(
        options ->
            options.generateId(request -> "G4J3Ci0cNDWd_Fz-AAAC").cookie(SessionCookie.defaults()),
        (engine, client) -> {
          EngineClient.Answer answer = client.handshake();
          assertThat(answer.status()).isEqualTo(200);
          assertThat(answer.header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
          assertThat(answer.header("cache-control")).isEqualTo("no-store");
          assertThat(answer.header("Set-Cookie"))
              .isEqualTo("io=G4J3Ci0cNDWd_Fz-AAAC; Path=/; HttpOnly; SameSite=Lax");
          assertThat(answer.body())
              .isEqualTo(
                  "0{\"sid\":\"G4J3Ci0cNDWd_Fz-AAAC\",\"upgrades\":[\"websocket\"],"
                      + "\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}");
        });
  }
}
