// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.Cors;
import dev.sockeye.engineio.server.Decision;
import dev.sockeye.testkit.LocalExchange;
import dev.sockeye.testkit.LocalHost;
import dev.sockeye.testkit.LocalRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "serveClient" of the reference, row by row. */
class ServeClientTest {
  static final List<String> NAMES = ClientFiles.NAMES.stream().sorted().toList();

  private static final Optional<ClientFiles> FILES = ClientFiles.onClassPath();
  private static final String ORIGIN = "https://app.example";
  private static final String TAG = '"' + FILES.orElseThrow().version() + '"';

  private final LocalHost host = host(FILES, options -> {});

  @ParameterizedTest
  @FieldSource("NAMES")
  void eachOfTheEightFilesIsServed(String name) {
    LocalExchange exchange = get(name);
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.response().body())
        .isEqualTo(FILES.orElseThrow().bytes(name, ContentCoding.IDENTITY));
  }

  @Test
  void scriptsAndMapsHaveTheirTypes() {
    assertThat(get("socket.io.js").header("content-type"))
        .isEqualTo("application/javascript; charset=utf-8");
    assertThat(get("socket.io.js.map").header("content-type"))
        .isEqualTo("application/json; charset=utf-8");
  }

  @Test
  void theTagIsTheClientsVersion() {
    LocalExchange exchange = get("socket.io.min.js");
    assertThat(exchange.header("etag")).isEqualTo(TAG);
    assertThat(exchange.header("cache-control")).isEqualTo("public, max-age=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"4.0.0\", W/%s", "*"})
  void whoHasItIsNotSentItAgain(String known) {
    LocalExchange exchange = get("socket.io.js", "If-None-Match", known.formatted(TAG));
    assertThat(exchange.status()).isEqualTo(304);
    assertThat(exchange.response().body()).isEmpty();
    assertThat(exchange.header("etag")).isEqualTo(TAG);
  }

  @Test
  void whoHasAnOtherVersionIsSentThisOne() {
    assertThat(get("socket.io.js", "If-None-Match", "\"4.0.0\"").status()).isEqualTo(200);
  }

  @Test
  void brotliIsPreferredWhereTheClientAcceptsIt() {
    LocalExchange exchange = get("socket.io.js", "Accept-Encoding", "gzip, deflate, br, zstd");
    assertThat(exchange.header("content-encoding")).isEqualTo("br");
    assertThat(exchange.header("vary")).isEqualTo("Accept-Encoding");
    assertThat(exchange.response().body()).hasSizeLessThan(40_000);
  }

  @Test
  void withoutCompressionThereIsNoSuchHeader() {
    assertThat(get("socket.io.js").response().headers().contains("content-encoding")).isFalse();
  }

  @Test
  void anyMethodIsServed() {
    assertThat(request("POST", "socket.io.js", Headers.create()).status()).isEqualTo(200);
  }

  @Test
  void theQueryDoesNotMatter() {
    LocalExchange exchange =
        submit(host, new LocalRequest("GET", "/socket.io/socket.io.js", "v=1", Headers.create()));
    assertThat(exchange.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"other.js", "socket.io.js.br", "../socket.io.js", "socket.io.js/", ""})
  void otherNamesGoOnToTheEngine(String name) {
    assertThat(get(name).status()).isEqualTo(400);
    assertThat(get(name).body()).isEqualTo("{\"code\":0,\"message\":\"Transport unknown\"}");
  }

  @Test
  void itCanBeSwitchedOff() {
    SocketIoServer io = SocketIoServer.builder().serveClient(false).build();
    LocalExchange exchange = file(LocalHost.of(io.service(), "/socket.io/"));
    assertThat(exchange.status()).isEqualTo(400);
    assertThat(exchange.body()).isEqualTo("{\"code\":0,\"message\":\"Transport unknown\"}");
  }

  @Test
  void itIsOnByDefaultBelowTheServersPath() {
    SocketIoServer io = SocketIoServer.builder().path("/live").build();
    LocalHost live = LocalHost.of(io.service(), "/live/");
    Headers known = Headers.of("If-None-Match", TAG);
    assertThat(submit(live, new LocalRequest("GET", "/live/socket.io.js", "", known)).status())
        .isEqualTo(304);
  }

  @Test
  void withoutTheFilesTheAnswerSaysWhatToAdd() {
    LocalExchange exchange = file(host(Optional.empty(), options -> {}));
    assertThat(exchange.status()).isEqualTo(404);
    assertThat(exchange.body()).contains("dev.sockeye:sockeye-client-files");
  }

  @Test
  void pagesOfOtherOriginsMayLoadThemWhereCorsLetsThem() {
    LocalHost host = host(FILES, options -> options.cors(Cors.origins(List.of(ORIGIN))));
    for (String known : List.of("", TAG)) {
      LocalExchange exchange = file(host, "Origin", ORIGIN, "If-None-Match", known);
      assertThat(exchange.header("access-control-allow-origin")).isEqualTo(ORIGIN);
      assertThat(exchange.response().headers().all("vary"))
          .containsExactlyInAnyOrder("Origin", "Accept-Encoding");
    }
  }

  @Test
  void preflightsAreAnswered() {
    LocalHost host = host(FILES, options -> options.cors(Cors.any()));
    LocalExchange exchange =
        submit(host, LocalRequest.of("OPTIONS", "/socket.io/socket.io.js", ""));
    assertThat(exchange.status()).isEqualTo(204);
    assertThat(exchange.header("access-control-allow-origin")).isEqualTo("*");
  }

  @Test
  void whoMayNotConnectMayLoadThem() {
    LocalHost host =
        host(
            FILES,
            options ->
                options
                    .allowedOrigins("https://elsewhere.example")
                    .allowRequestSync(request -> Decision.reject()));
    assertThat(file(host, "Origin", ORIGIN).status()).isEqualTo(200);
  }

  private LocalExchange get(String name, String... headers) {
    return request("GET", name, headers(headers));
  }

  private LocalExchange request(String method, String name, Headers headers) {
    return submit(host, new LocalRequest(method, "/socket.io/" + name, "", headers));
  }

  private static LocalExchange file(LocalHost host, String... headers) {
    return submit(host, new LocalRequest("GET", "/socket.io/socket.io.js", "", headers(headers)));
  }

  private static Headers headers(String... namesAndValues) {
    Headers headers = Headers.create();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  private static LocalExchange submit(LocalHost host, LocalRequest request) {
    LocalExchange exchange = host.submit(request, host.scheduler());
    host.runPending();
    return exchange;
  }

  /** A server whose files are read at once, on the thread of the request. */
  private static LocalHost host(
      Optional<ClientFiles> files, Consumer<SocketIoServer.Builder> options) {
    SocketIoServer.Builder builder = SocketIoServer.builder();
    options.accept(builder);
    SocketIoServer io = builder.build();
    ClientFileHandler handler = new ClientFileHandler("/socket.io", files, Runnable::run);
    return LocalHost.of(
        new HostedServer(io.engine(), Optional.of(handler), io::close), "/socket.io/");
  }
}
