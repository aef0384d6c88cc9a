// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Listening;
import java.io.ByteArrayOutputStream;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The HTTP half of {@link HostContract}. */
public interface HostContractHttp extends HostContractStart {
  private static HttpResponse text(String text) {
    return HttpResponse.of(200, Headers.create(), text.getBytes(UTF_8));
  }

  /** Starts the host and connects to it. */
  private void talk(HttpHandler handler, BiConsumer<Listening, WireClient> conversation) {
    try (Listening server = start(handler);
        WireClient client = WireClient.connect(server.address())) {
      conversation.accept(server, client);
    }
  }

  /** Answers with the body of the request, read to its end. */
  private static void echoBody(HttpExchange exchange) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    exchange.readBody(
        new HttpExchange.BodyReader() {
          @Override
          public boolean onChunk(byte[] chunk) {
            body.writeBytes(chunk);
            return true;
          }

          @Override
          public void onEnd() {
            exchange.respond(text(body.toString(UTF_8)));
          }
        });
  }

  /** Answers 413 as soon as the first piece of a body is there. */
  private static void refuseBody(HttpExchange exchange) {
    exchange.readBody(
        new HttpExchange.BodyReader() {
          @Override
          public boolean onChunk(byte[] chunk) {
            exchange.respond(HttpResponse.empty(413));
            return false;
          }

          @Override
          public void onEnd() {
            exchange.respond(text("the end was told after a refusal"));
          }
        });
  }

  private static <T> T soon(CompletableFuture<T> future) {
    return future.orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Test
  default void aConnectionServesOneRequestAfterTheOther() {
    talk(
        exchange -> exchange.respond(text(exchange.path())),
        (server, client) -> {
          assertThat(client.get("/a").response().text()).isEqualTo("/a");
          assertThat(client.get("/b").response().text()).isEqualTo("/b");
        });
  }

  @Test
  default void theConnectionEndsWhenTheClientAsksForIt() {
    talk(
        exchange -> exchange.respond(text("bye")),
        (server, client) -> {
          client.send("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
          assertThat(client.response().header("Connection")).isEqualTo("close");
          assertThat(client.untilClosed()).isEmpty();
        });
  }

  @Test
  default void theConnectionEndsWhenTheResponseSaysSo() {
    talk(
        exchange -> exchange.respond(new HttpResponse(403, Headers.create(), new byte[0], true)),
        (server, client) -> {
          assertThat(client.get("/").response().status()).isEqualTo(403);
          assertThat(client.untilClosed()).isEmpty();
        });
  }

  @Test
  default void aClientOfHttp10GetsOneResponseAndTheEnd() {
    talk(
        exchange -> exchange.respond(text("old")),
        (server, client) -> {
          assertThat(client.send("GET / HTTP/1.0\r\n\r\n").response().text()).isEqualTo("old");
          assertThat(client.untilClosed()).isEmpty();
        });
  }

  @Test
  default void pipelinedRequestsAreAnsweredInTheirOrder() {
    Deque<HttpExchange> open = new ConcurrentLinkedDeque<>();
    HttpHandler backwards =
        exchange -> {
          open.push(exchange);
          if (open.size() == 3) {
            open.forEach(waiting -> waiting.respond(text(waiting.path())));
          }
        };
    talk(
        backwards,
        (server, client) -> {
          client.get("/1").get("/2").get("/3");
          assertThat(List.of(client.response(), client.response(), client.response()))
              .extracting(WireClient.Response::text)
              .containsExactly("/1", "/2", "/3");
        });
  }

  @Test
  default void aResponseMayComeFromAnyThread() {
    talk(
        exchange -> ForkJoinPool.commonPool().execute(() -> exchange.respond(text("from afar"))),
        (server, client) -> assertThat(client.get("/").response().text()).isEqualTo("from afar"));
  }

  @Test
  default void aSecondResponseIsTheCallersMistake() {
    CompletableFuture<HttpExchange> answered = new CompletableFuture<>();
    talk(
        exchange -> {
          exchange.respond(text("first"));
          answered.complete(exchange);
        },
        (server, client) -> {
          client.get("/").response();
          assertThatIllegalStateException()
              .isThrownBy(() -> soon(answered).respond(text("second")));
        });
  }

  @Test
  default void theMethodThePathAndTheQueryComeAsSent() {
    talk(
        exchange ->
            exchange.respond(
                text(exchange.method() + " " + exchange.path() + " " + exchange.query())),
        (server, client) ->
            assertThat(client.get("/a%20b/?x=%31&y").response().text())
                .isEqualTo("GET /a%20b/ x=%31&y"));
  }

  @Test
  default void headerNamesIgnoreCaseAndEveryLineCounts() {
    talk(
        exchange -> exchange.respond(text(String.join(";", exchange.headers().all("x-many")))),
        (server, client) -> {
          client.send("GET / HTTP/1.1\r\nHost: test\r\nX-Many: a\r\nx-mAnY: b, c\r\n\r\n");
          assertThat(client.response().text()).isEqualTo("a;b, c");
        });
  }

  @Test
  default void severalLinesOfOneHeaderAreSent() {
    Headers cookies = Headers.create().add("Set-Cookie", "a=1").add("Set-Cookie", "b=2");
    talk(
        exchange -> exchange.respond(HttpResponse.of(200, cookies.copy(), new byte[0])),
        (server, client) ->
            assertThat(client.get("/").response().head())
                .contains("Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n"));
  }

  @Test
  default void theAnswerToAHeadHasNoBody() {
    talk(
        exchange -> exchange.respond(text(exchange.method())),
        (server, client) -> {
          client.send("HEAD / HTTP/1.1\r\nHost: test\r\n\r\n");
          assertThat(client.headResponse().header("Content-Length")).isEqualTo("4");
          assertThat(client.get("/").response().text()).isEqualTo("GET");
        });
  }

  @Test
  default void aBodyOfDeclaredLengthIsReadToItsEnd() {
    talk(
        HostContractHttp::echoBody,
        (server, client) ->
            assertThat(client.post("/", "some bytes").response().text()).isEqualTo("some bytes"));
  }

  @Test
  default void aBodyInChunksIsReadToItsEnd() {
    talk(
        HostContractHttp::echoBody,
        (server, client) -> {
          client.send("POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n");
          client.send("5\r\nsome \r\n").send("5\r\nbytes\r\n").send("0\r\n\r\n");
          assertThat(client.response().text()).isEqualTo("some bytes");
        });
  }

  @Test
  default void aRequestWithoutABodyHasAnEmptyOne() {
    talk(
        HostContractHttp::echoBody,
        (server, client) -> assertThat(client.get("/").response().text()).isEmpty());
  }

  @Test
  default void aBodyMayBeAskedForLater() {
    talk(
        exchange -> exchange.scheduler().execute(() -> echoBody(exchange)),
        (server, client) ->
            assertThat(client.post("/", "no hurry").response().text()).isEqualTo("no hurry"));
  }

  @Test
  default void aClientThatWaitsForLeaveToSendItsBodyGetsIt() {
    talk(
        HostContractHttp::echoBody,
        (server, client) -> {
          client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\n");
          client.send("Expect: 100-continue\r\n\r\n");
          assertThat(client.response().status()).isEqualTo(100);
          assertThat(client.send("ok").response().text()).isEqualTo("ok");
        });
  }

  @Test
  default void aBodyNobodyAsksForIsSkipped() {
    talk(
        exchange -> exchange.respond(text(exchange.method())),
        (server, client) -> {
          client.post("/", "GET /smuggled HTTP/1.1\r\n\r\n").get("/");
          assertThat(client.response().text()).isEqualTo("POST");
          assertThat(client.response().text()).isEqualTo("GET");
        });
  }

  @Test
  default void aReaderMayStopABodyAndTheClientSeesTheAnswer() {
    talk(
        HostContractHttp::refuseBody,
        (server, client) -> {
          client.post("/", "x".repeat(1_000_001));
          assertThat(client.response().status()).isEqualTo(413);
          assertThat(client.untilClosed()).isEmpty();
        });
  }

  @Test
  default void aLostConnectionIsToldOnTheThreadOfTheExchange() {
    CompletableFuture<Boolean> abortedInThread = new CompletableFuture<>();
    CompletableFuture<Void> asked = new CompletableFuture<>();
    HttpHandler patient =
        exchange -> {
          exchange.onAbort(() -> abortedInThread.complete(exchange.scheduler().inThread()));
          asked.complete(null);
        };
    talk(
        patient,
        (server, client) -> {
          client.get("/");
          soon(asked);
          client.close();
          assertThat(soon(abortedInThread)).isTrue();
        });
  }

  @Test
  default void anAbortActionThatComesTooLateRunsAtOnce() {
    CompletableFuture<Boolean> ran = new CompletableFuture<>();
    CompletableFuture<Void> asked = new CompletableFuture<>();
    HttpHandler patient =
        exchange -> {
          exchange.onAbort(() -> exchange.onAbort(() -> ran.complete(true)));
          asked.complete(null);
        };
    talk(
        patient,
        (server, client) -> {
          client.get("/");
          soon(asked);
          client.reset();
          assertThat(soon(ran)).isTrue();
        });
  }

  @Test
  default void anAnswerToALostConnectionIsIgnored() {
    CompletableFuture<String> outcome = new CompletableFuture<>();
    CompletableFuture<Void> asked = new CompletableFuture<>();
    HttpHandler patient =
        exchange -> {
          exchange.onAbort(
              () -> {
                exchange.respond(text("too late"));
                outcome.complete("ignored");
              });
          asked.complete(null);
        };
    talk(
        patient,
        (server, client) -> {
          client.get("/");
          soon(asked);
          client.close();
          assertThat(soon(outcome)).isEqualTo("ignored");
        });
  }
}
