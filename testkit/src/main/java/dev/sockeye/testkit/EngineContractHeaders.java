// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.SetCookie;
import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Headers of the application on the responses of sessions, and those of the engine. */
public interface EngineContractHeaders extends EngineContractStart {
  private static void addMine(Headers headers, Request request) {
    headers.add("test", "123").addCookie(SetCookie.of("mycookie", "456"));
  }

  /** Talks to a server with the session cookie. */
  private void talkWithCookie(BiConsumer<EngineServer, EngineClient> conversation) {
    talk(options -> options.cookie(SessionCookie.defaults()), conversation);
  }

  @Test
  default void initialHeadersAreOnTheHandshakeOnly() {
    talkWithCookie(
        (engine, client) -> {
          engine.onInitialHeaders(EngineContractHeaders::addMine);
          EngineClient.Answer handshake = client.handshake();
          assertThat(handshake.header("test")).isEqualTo("123");
          assertThat(handshake.cookies()).hasSize(2).endsWith("mycookie=456");

          EngineClient.Answer post = client.post(handshake.sid(), "4hi");
          assertThat(post.status()).isEqualTo(200);
          assertThat(post.header("test")).isEmpty();
          assertThat(post.cookies()).isEmpty();
        });
  }

  @Test
  default void headersAreOnEachResponse() {
    talkWithCookie(
        (engine, client) -> {
          engine.onHeaders(EngineContractHeaders::addMine);
          EngineClient.Answer handshake = client.handshake();
          assertThat(handshake.cookies()).hasSize(2).endsWith("mycookie=456");

          EngineClient.Answer post = client.post(handshake.sid(), "4hi");
          assertThat(post.header("test")).isEqualTo("123");
          assertThat(post.cookies()).containsExactly("mycookie=456");
        });
  }

  @Test
  default void initialHeadersAreOnTheHandshakeOfAWebSocket() {
    talkWithCookie(
        (engine, client) -> {
          engine.onInitialHeaders(EngineContractHeaders::addMine);
          EngineClient.Answer answer = client.webSocket();
          assertThat(answer.status()).isEqualTo(101);
          assertThat(answer.header("test")).isEqualTo("123");
          assertThat(answer.cookies()).containsExactly("mycookie=456");
        });
  }

  @Test
  default void severalCookiesAreSeveralLinesOnA101() {
    talkWith(
        engine -> {
          engine.onInitialHeaders((headers, request) -> headers.addCookie(SetCookie.of("a", "1")));
          engine.onHeaders((headers, request) -> headers.addCookie(SetCookie.of("b", "2")));
        },
        client -> assertThat(client.webSocket().cookies()).containsExactly("a=1", "b=2"));
  }

  @Test
  default void aSessionHasInitialHeadersOnceAndHeadersOnEachResponse() {
    List<String> calls = new CopyOnWriteArrayList<>();
    talkWith(
        engine -> {
          engine.onInitialHeaders((headers, request) -> calls.add("initial"));
          engine.onHeaders((headers, request) -> calls.add(request.method()));
        },
        client -> {
          String sid = client.handshake().sid();
          client.post(sid, "4hi");
          client.upgrade(EngineClient.WEBSOCKET + "&sid=" + sid, Headers.create());
        });
    assertThat(calls).containsExactly("initial", "GET", "POST", "GET");
  }

  /** Asks for a poll as a browser does, for the header that is meant for old ones. */
  private void expectFilter(String browser, String header) {
    talkWith(
        engine -> {},
        client -> {
          Headers agent = Headers.of("User-Agent", browser);
          EngineClient.Answer answer = client.send("GET", EngineClient.POLLING, agent, "");
          assertThat(answer.header("X-XSS-Protection")).isEqualTo(header);
        });
  }

  @Test
  default void theFilterOfInternetExplorer8IsSwitchedOff() {
    expectFilter("Mozilla/4.0 (compatible;MSIE 8.0; Windows NT 6.0)", "0");
  }

  @Test
  default void theFilterOfInternetExplorer11IsSwitchedOff() {
    expectFilter("Mozilla/5.0 (Windows NT 6.3; Trident/7.0; rv:11.0) like Gecko", "0");
  }

  @Test
  default void nobodyStoresAPollOrAPost() {
    talkWith(
        engine -> {},
        client -> {
          EngineClient.Answer handshake = client.handshake();
          assertThat(handshake.header("Cache-Control")).isEqualTo("no-store");
          assertThat(client.post(handshake.sid(), "4hi").header("Cache-Control"))
              .isEqualTo("no-store");
        });
  }

  @Test
  default void theHeadersOfTheClientArriveOnBothTransports() {
    List<String> seen = new CopyOnWriteArrayList<>();
    String cookie = "user_session=NI2JlCKF90aE0sJZD9ZzujtdsUqNYSBYxzlTsvdSUe35ZzdtVRGqYFr0kdGx";
    talkWith(
        engine ->
            engine.onHeaders(
                (headers, request) -> {
                  seen.add(request.header("X-Custom-Header-For-My-Project").orElse(""));
                  seen.add(request.header("Cookie").orElse(""));
                }),
        client -> {
          Headers headers =
              Headers.create().add("X-Custom-Header-For-My-Project", "mine").add("Cookie", cookie);
          client.send("GET", EngineClient.POLLING, headers, "");
          client.upgrade(EngineClient.WEBSOCKET, headers);
        });
    assertThat(seen).containsExactly("mine", cookie, "mine", cookie);
  }
}
