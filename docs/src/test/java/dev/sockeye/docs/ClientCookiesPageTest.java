// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.SetCookie;
import dev.sockeye.engineio.client.Cookie;
import dev.sockeye.engineio.client.CookieJar;
import dev.sockeye.engineio.client.CookieStore;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.socketio.client.SocketIoClient;
import dev.sockeye.socketio.server.SocketIoServer;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/client-cookies.md says of its snippets. */
@Timeout(60)
class ClientCookiesPageTest {
  /** The cookies of each connection's first request. */
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

  private final SocketIoServer io =
      SocketIoServer.builder().drainTimeout(Duration.ofMillis(1)).build();
  private final Listening server =
      NettyHost.builder()
          .service(io.service())
          .handler(ClientCookiesPageTest::logIn)
          .address(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
          .start();
  private final URI url = URI.create("http://localhost:" + server.port());

  @TempDir private Path folder;

  ClientCookiesPageTest() {
    io.onConnection(socket -> seen.add(socket.handshake().header("Cookie").orElse("")));
  }

  private static void logIn(HttpExchange exchange) {
    HttpResponse response = HttpResponse.empty(204);
    response.headers().addCookie(SetCookie.of("sid", "123").path("/").maxAge(Duration.ofDays(1)));
    exchange.respond(response);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCookieSetByHandIsListedAndSent() throws Exception {
    try (SocketIoClient client = SocketIoClient.builder(url).build()) {
      ClientCookieSnippets.look(client, url);
      assertThat(cookiesOf(client)).isEqualTo("lang=en");
    }
  }

  @Test
  void clearedCookiesAreNotSent() throws Exception {
    try (SocketIoClient client = SocketIoClient.builder(url).build()) {
      client.cookies().set(url, "lang=en; Path=/");
      ClientCookieSnippets.forget(client);
      assertThat(cookiesOf(client)).isEmpty();
    }
  }

  @Test
  void aLimitRefusesACookie() throws Exception {
    try (SocketIoClient client = ClientCookieSnippets.limits(url)) {
      client.cookies().store(url, java.util.List.of("a=" + "x".repeat(1024)));
      assertThat(client.cookies().list()).isEmpty();
    }
  }

  @Test
  void whatALoginSetsTheSocketSends() throws Exception {
    try (SocketIoClient client = ClientCookieSnippets.login(url)) {
      assertThat(cookiesOf(client)).isEqualTo("sid=123");
    }
  }

  @Test
  void theCookiesOfTheJdkAreSent() throws Exception {
    CookieManager manager = new CookieManager();
    manager.put(
        url, java.util.Map.of("Set-Cookie", java.util.List.of("sid=123; Max-Age=60; Path=/")));
    try (SocketIoClient client = ClientCookieSnippets.handler(url, manager)) {
      assertThat(cookiesOf(client)).isEqualTo("sid=123");
    }
  }

  @Test
  void cookiesOutliveTheProgramInAFile() throws Exception {
    Path file = folder.resolve("cookies.txt");
    CookieJar before = ClientCookieSnippets.load(file);
    before.set(url, "sid=123; Path=/; Max-Age=60");
    ClientCookieSnippets.save(file, before);
    assertThat(ClientCookieSnippets.load(file).list())
        .extracting(Cookie::value)
        .containsExactly("123");
  }

  @Test
  void aCookieInAHeaderIsSent() throws Exception {
    try (SocketIoClient client = ClientCookieSnippets.header(url, "123")) {
      assertThat(cookiesOf(client)).isEqualTo("sid=123");
    }
  }

  @Test
  void withoutAStoreNothingIsKept() throws Exception {
    renewAwsCookie();
    try (SocketIoClient client = ClientCookieSnippets.none(url)) {
      cookiesOf(client);
      assertThat(cookiesAfterReconnection(client)).isEmpty();
    }
  }

  @Test
  void theRecipeSendsTheNewestCookieOfTheBalancer() throws Exception {
    BlockingQueue<String> sent = renewAwsCookie();
    try (SocketIoClient client = ClientCookieSnippets.byHand(url)) {
      cookiesOf(client);
      assertThat(cookiesAfterReconnection(client)).matches("AWSALB=.{36}").isIn(sent);
    }
  }

  @Test
  void theJarComesBackWithTheNewestCookieOfTheBalancer() throws Exception {
    BlockingQueue<String> sent = renewAwsCookie();
    try (SocketIoClient client = SocketIoClient.builder(url).build()) {
      cookiesOf(client);
      assertThat(cookiesAfterReconnection(client)).matches("AWSALB=.{36}").isIn(sent);
    }
  }

  @Test
  void aStoreIsOnByDefault() {
    try (SocketIoClient client = SocketIoClient.builder(url).build()) {
      assertThat(client.cookies()).isInstanceOf(CookieJar.class).isNotSameAs(CookieStore.none());
    }
  }

  /** A new cookie with each response, as an AWS load balancer has it. */
  private BlockingQueue<String> renewAwsCookie() {
    BlockingQueue<String> sent = new LinkedBlockingQueue<>();
    io.engine()
        .onHeaders(
            (headers, request) -> {
              String value = UUID.randomUUID().toString();
              sent.add("AWSALB=" + value);
              headers.addCookie(SetCookie.of("AWSALB", value).path("/").maxAge(Duration.ofDays(7)));
            });
    return sent;
  }

  /** Connects; the cookies of the handshake. */
  private String cookiesOf(SocketIoClient client) throws InterruptedException {
    client.socket();
    return seen.poll(30, SECONDS);
  }

  private String cookiesAfterReconnection(SocketIoClient client) throws InterruptedException {
    ClientSocket socket = client.socket();
    socket.disconnect();
    socket.connect();
    return seen.poll(30, SECONDS);
  }
}
