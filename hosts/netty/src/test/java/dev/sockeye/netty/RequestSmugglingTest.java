// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.WireClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A proxy before the host and the host itself must never disagree about where a request ends (RFC
 * 9112, section 11.2): what can be read in two ways is refused, and the connection ends.
 */
class RequestSmugglingTest {
  private final List<String> served = new CopyOnWriteArrayList<>();
  private final Listening server = NettyHost.builder().handler(this::serve).start();

  private void serve(HttpExchange exchange) {
    served.add(exchange.path());
    exchange.respond(
        HttpResponse.of(
            200,
            Headers.create(),
            (exchange.path() + " " + exchange.headers().all("X")).getBytes(UTF_8)));
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** The status of the only answer, before which the handler was not called. */
  private int refusal(String request) {
    try (WireClient client = WireClient.connect(server.address())) {
      client.send(request + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");
      int status = client.response().status();
      assertThat(client.untilClosed()).isEmpty();
      assertThat(served).isEmpty();
      return status;
    }
  }

  private String answer(String request) {
    try (WireClient client = WireClient.connect(server.address())) {
      return client.send(request).response().text();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n",
        "Content-Length: 5, 6\r\n",
        "Content-Length: +5\r\n",
        "Content-Length: -5\r\n",
        "Content-Length: 0x5\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Transfer-Encoding: identity\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        "Transfer-Encoding: \u000bchunked\r\n",
        "Transfer-Encoding:\r\n",
      })
  void aLengthThatCanBeReadInTwoWaysIsABadRequest(String headers) {
    assertThat(refusal("POST / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n0\r\n\r\n"))
        .isEqualTo(400);
  }

  @Test
  void chunksOfHttp10AreABadRequest() {
    assertThat(refusal("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
        .isEqualTo(400);
  }

  @Test
  void aTransferCodingThatTheHostDoesNotKnowIsNotImplemented() {
    assertThat(refusal("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"))
        .isEqualTo(501);
  }

  @Test
  void theEightBytesBehindTheFirstDraftsOfWebSocketAreABadRequest() {
    String keys = "Sec-WebSocket-Key1: a\r\nSec-WebSocket-Key2: b\r\n";
    assertThat(refusal("GET / HTTP/1.1\r\nHost: a\r\n" + keys + "\r\n")).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X : y\r\n",
        "X\t: y\r\n",
        " X: y\r\n",
        ": y\r\n",
        "X\u0000: y\r\n",
        "X: y\u0000z\r\n",
        "X: y\rz\r\n",
        "X: y\nZ: z\r\n",
        "X: y\n",
        "X(: y\r\n",
      })
  void aHeaderThatIsNotOneIsABadRequest(String line) {
    assertThat(refusal("GET / HTTP/1.1\r\n" + line + "Host: a\r\n\r\n")).isEqualTo(400);
  }

  @Test
  void aFoldedHeaderLineBecomesOneLine() {
    assertThat(answer("GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n  z\r\n\r\n")).isEqualTo("/ [y z]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1 ",
        "GET /a b HTTP/1.1",
        "GET /\u0000 HTTP/1.1",
        "GET /\rGET HTTP/1.1",
        "GET HTTP/1.1",
        "GET /",
        "G(T / HTTP/1.1",
        "GET no-slash HTTP/1.1",
        "GET http:///no-host HTTP/1.1",
        "GET ftp://a/ HTTP/1.1",
        "GET * HTTP/1.1",
        "CONNECT a:80 HTTP/1.1",
      })
  void aRequestLineThatIsNotOneIsABadRequest(String line) {
    assertThat(refusal(line + "\r\nHost: a\r\n\r\n")).isEqualTo(400);
  }

  @Test
  void theAsteriskOfOptionsIsATarget() {
    assertThat(answer("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n")).isEqualTo("* []");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//socket.io/", "/%73ocket.io/", "/a/../socket.io/", "/socket.io;a/"})
  void aPathIsNeitherDecodedNorNormalized(String path) {
    assertThat(answer("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n")).isEqualTo(path + " []");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "5;\u0000", "0x5", " 5 5", ""})
  void aChunkSizeThatIsNotOneEndsTheConnection(String size) {
    try (WireClient client = WireClient.connect(server.address())) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      client.send(size + "\r\nhello\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");
      client.untilClosed();
      assertThat(served).doesNotContain("/smuggled");
    }
  }
}
