// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.SetCookie;
import dev.sockeye.engineio.server.EngineFilter;
import dev.sockeye.engineio.server.EngineServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Filters in front of the engine: the reference's tests of its middlewares. */
public interface EngineContractFilters extends EngineContractStart {
  private static EngineFilter adding(String header, String value) {
    return (request, chain) -> {
      chain.headers().add(header, value);
      chain.next();
    };
  }

  @Test
  default void aFiltersHeaderIsOnBothTransports() {
    talkWith(
        engine -> engine.use(adding("foo", "bar")),
        client -> {
          assertThat(client.handshake().header("foo")).isEqualTo("bar");
          assertThat(client.webSocket().header("foo")).isEqualTo("bar");
        });
  }

  @Test
  default void filtersRunInTheirOrder() {
    List<Integer> calls = new CopyOnWriteArrayList<>();
    talkWith(
        engine ->
            List.of(1, 2, 3)
                .forEach(
                    number ->
                        engine.use(
                            (request, chain) -> {
                              calls.add(number);
                              chain.next();
                            })),
        EngineClient::handshake);
    assertThat(calls).containsExactly(1, 2, 3);
  }

  @Test
  default void aFilterMayEndTheRequestOnBothTransports() {
    talk(
        options -> options,
        (engine, client) -> {
          engine.use((request, chain) -> chain.respond(503, "not now"));
          assertThat(client.handshake().status()).isEqualTo(503);
          assertThat(client.webSocket().status()).isEqualTo(503);
          assertThat(engine.sessionCount()).isZero();
        });
  }

  @Test
  default void headersForSecurityAreOnBothTransports() {
    talkWith(
        engine -> {
          engine.use(adding("x-download-options", "noopen"));
          engine.use(adding("x-content-type-options", "nosniff"));
        },
        client -> {
          for (EngineClient.Answer answer : List.of(client.handshake(), client.webSocket())) {
            assertThat(answer.header("X-Download-Options")).isEqualTo("noopen");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
          }
        });
  }

  @Test
  default void aFiltersCookieIsOnBothTransports() {
    SetCookie cookie = SetCookie.of("connect.sid", "s:1").path("/").httpOnly(true);
    talkWith(
        engine -> engine.use(adding("Set-Cookie", cookie.toHeader())),
        client -> {
          String line = "connect.sid=s%3A1; Path=/; HttpOnly";
          assertThat(client.handshake().cookies()).containsExactly(line);
          assertThat(client.webSocket().cookies()).containsExactly(line);
        });
  }

  @Test
  default void aFilterThatFailsRefusesTheRequestOnBothTransports() {
    talkWith(
        EngineContractFilters::fail,
        client -> {
          EngineClient.Answer poll = client.handshake();
          assertThat(poll.status()).isEqualTo(400);
          assertThat(poll.body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
          EngineClient.Answer webSocket = client.webSocket();
          assertThat(webSocket.status()).isEqualTo(400);
          assertThat(webSocket.body()).isEqualTo("Bad request");
        });
  }

  private static void fail(EngineServer engine) {
    engine.use((request, chain) -> chain.fail(new IllegalStateException("on purpose")));
  }

  @Test
  default void theLimitOfABodyHoldsBehindAFilterToo() {
    talk(
        options -> options.maxPayload(5),
        (engine, client) -> {
          engine.use((request, chain) -> chain.next());
          String sid = client.handshake().sid();
          assertThat(client.post(sid, "4abcde").status()).isEqualTo(413);
          assertThat(client.post(sid, "4abcd").status()).isEqualTo(200);
        });
  }
}
