// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.WireClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a client sends costs that client its connection and nobody else anything. */
class BadHttpTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private final CompletableFuture<HttpExchange> aborted = new CompletableFuture<>();

  /** Answers GETs with their path, and waits for the body of all others. */
  private final HttpHandler handler =
      exchange -> {
        exchange.onAbort(() -> aborted.complete(exchange));
        if (exchange.method().equals("GET")) {
          byte[] path = exchange.path().getBytes(UTF_8);
          exchange.respond(HttpResponse.of(200, Headers.create(), path));
        } else {
          exchange.readBody(new Swallow(exchange));
        }
      };

  private Listening server = NettyHost.builder().handler(handler).start();

  private record Swallow(HttpExchange exchange) implements HttpExchange.BodyReader {
    @Override
    public boolean onChunk(byte[] chunk) {
      return true;
    }

    @Override
    public void onEnd() {
      exchange.respond(HttpResponse.empty(200));
    }
  }

  @AfterEach
  void othersAreServedStill() {
    try (WireClient other = WireClient.connect(server.address())) {
      assertThat(other.get("/other").response().text()).isEqualTo("/other");
    } finally {
      server.close();
    }
  }

  private void restart(NettyHost.Builder builder) {
    server.close();
    server = builder.handler(handler).start();
  }

  /** Sends something, and answers the status that comes back before the connection ends. */
  private int statusOfLastResponseTo(String request) {
    try (WireClient client = WireClient.connect(server.address())) {
      client.send(request);
      int status = client.response().status();
      client.untilClosed();
      return status;
    }
  }

  @Test
  void garbageIsABadRequest() {
    assertThat(statusOfLastResponseTo("\u0000\u0001\u0002garbage\r\n\r\n")).isEqualTo(400);
  }

  @Test
  void aRequestWithoutAHostIsABadRequest() {
    assertThat(statusOfLastResponseTo("GET / HTTP/1.1\r\n\r\n")).isEqualTo(400);
  }

  @Test
  void twoHostsAreABadRequest() {
    assertThat(statusOfLastResponseTo("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"))
        .isEqualTo(400);
  }

  @Test
  void anotherMajorVersionIsNotSupported() {
    assertThat(statusOfLastResponseTo("GET / HTTP/2.0\r\nHost: a\r\n\r\n")).isEqualTo(505);
  }

  @Test
  void anExpectationOtherThanContinueFails() {
    assertThat(statusOfLastResponseTo("GET / HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\n\r\n"))
        .isEqualTo(417);
  }

  @Test
  void aRequestLineOverTheLimitIsRefused() {
    assertThat(statusOfLastResponseTo("GET /" + "x".repeat(8 * 1024) + " HTTP/1.1\r\n"))
        .isEqualTo(414);
  }

  @Test
  void headersOverTheLimitAreRefused() {
    String header = "X: " + "x".repeat(1021) + "\r\n";
    assertThat(statusOfLastResponseTo("GET / HTTP/1.1\r\nHost: a\r\n" + header.repeat(17)))
        .isEqualTo(431);
  }

  @Test
  void aHeaderLineWithoutAColonIsABadRequest() {
    assertThat(statusOfLastResponseTo("GET / HTTP/1.1\r\nHost: a\r\nwhat is this\r\n\r\n"))
        .isEqualTo(400);
  }

  @Test
  void twoLengthsAreABadRequest() {
    assertThat(
            statusOfLastResponseTo(
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"))
        .isEqualTo(400);
  }

  @Test
  void aLengthThatIsNoNumberIsABadRequest() {
    assertThat(statusOfLastResponseTo("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n\r\n"))
        .isEqualTo(400);
  }

  @Test
  void aChunkWithoutASizeIsABadRequestAndTheHandlerHearsOfIt() {
    assertThat(
            statusOfLastResponseTo(
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nlots\r\n"))
        .isEqualTo(400);
    assertThat(aborted).isCompleted();
  }

  @Test
  void aRequestByteByByteIsARequest() {
    try (WireClient client = WireClient.connect(server.address())) {
      client.sendSingly("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
      assertThat(client.response().text()).isEqualTo("/slow");
    }
  }

  @Test
  void theAbsoluteFormOfATargetIsUnderstood() {
    try (WireClient client = WireClient.connect(server.address())) {
      assertThat(client.get("http://test/a?b").response().text()).isEqualTo("/a");
    }
  }

  @Test
  void aHeadThatStaysIncompleteTimesOut() {
    restart(NettyHost.builder().headTimeout(SHORT));
    assertThat(statusOfLastResponseTo("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: y")).isEqualTo(408);
  }

  @Test
  void aConnectionThatSaysNothingTimesOut() {
    restart(NettyHost.builder().headTimeout(SHORT));
    try (WireClient client = WireClient.connect(server.address())) {
      assertThat(client.untilClosed()).isEmpty();
    }
  }

  @Test
  void aBodyThatStaysIncompleteTimesOutAndTheHandlerHearsOfIt() {
    restart(NettyHost.builder().bodyTimeout(SHORT));
    assertThat(
            statusOfLastResponseTo("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345"))
        .isEqualTo(408);
    assertThat(aborted).isCompleted();
  }

  @Test
  void aConnectionThatIsIdleBetweenRequestsIsClosed() {
    restart(NettyHost.builder().idleTimeout(SHORT));
    try (WireClient client = WireClient.connect(server.address())) {
      assertThat(client.get("/").response().status()).isEqualTo(200);
      assertThat(client.untilClosed()).isEmpty();
    }
  }

  @Test
  void halfARequestAndAnEndIsForgotten() {
    try (WireClient client = WireClient.connect(server.address())) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345").endOutput();
      assertThat(client.untilClosed()).isEmpty();
      assertThat(aborted.orTimeout(20, TimeUnit.SECONDS).join().method()).isEqualTo("POST");
    }
  }

  @Test
  void moreRequestsAtOnceThanMayWaitAreAnsweredAllTheSame() {
    restart(NettyHost.builder().maxPipelined(2));
    try (WireClient client = WireClient.connect(server.address())) {
      client.send("GET /again HTTP/1.1\r\nHost: a\r\n\r\n".repeat(100));
      for (int i = 0; i < 100; i++) {
        assertThat(client.response().text()).isEqualTo("/again");
      }
    }
  }

  @Test
  void aHandlerThatFailsIsAnInternalServerErrorOfThatRequest() {
    HttpHandler failing =
        exchange -> {
          if (exchange.path().equals("/fail")) {
            throw new IllegalStateException("on purpose");
          }
          handler.handle(exchange);
        };
    server.close();
    server = NettyHost.builder().handler(failing).start();
    assertThat(statusOfLastResponseTo("GET /fail HTTP/1.1\r\nHost: a\r\n\r\n")).isEqualTo(500);
  }

  @Test
  void aBodyTooLongToBeThrownAwayEndsTheConnectionAfterTheAnswer() {
    HttpHandler impatient = exchange -> exchange.respond(HttpResponse.empty(200));
    try (Listening other = NettyHost.builder().maxDiscardedBody(1000).handler(impatient).start();
        WireClient client = WireClient.connect(other.address())) {
      client.send(
          "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(2000));
      assertThat(List.of(client.response().status(), client.untilClosed().length))
          .containsExactly(200, 0);
    }
  }
}
