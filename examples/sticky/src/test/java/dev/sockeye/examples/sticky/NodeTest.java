// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.spi.Listening;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node answers to load balancers and browsers. */
class NodeTest {
  private static final String HANDSHAKE = "/socket.io/?EIO=4&transport=polling";

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Listening server;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aHandshakeBringsTheSessionCookie() throws Exception {
    start(true);
    assertThat(get(HANDSHAKE).headers().firstValue("Set-Cookie").orElse(""))
        .matches("io=[\\w-]{20}; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void aHandshakeBringsNoCookieWhereNoneIsWanted() throws Exception {
    start(false);
    assertThat(get(HANDSHAKE).headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void aPageElsewhereMayUseItWithCookies() throws Exception {
    start(true, "http://chat.example");
    assertThat(get(HANDSHAKE).headers().map())
        .containsEntry("access-control-allow-origin", List.of("http://chat.example"))
        .containsEntry("access-control-allow-credentials", List.of("true"));
  }

  @Test
  void itSaysThatItIsWell() throws Exception {
    start(true);
    assertThat(get("/health").body()).isEqualTo("ok\n");
  }

  @Test
  void itSaysItsNameAndHowManySessionsItHas() throws Exception {
    start(true);
    get(HANDSHAKE);
    assertThat(get("/node").body()).isEqualTo("{\"name\":\"app01\",\"sessions\":1}\n");
  }

  private void start(boolean cookie, String... origins) throws Exception {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Path journal = folder.resolve("journal");
    server =
        new Node(new NodeOptions("app01", anyPort, journal, cookie, List.of(origins))).listen();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Origin", "http://chat.example").build();
    return http.send(request, BodyHandlers.ofString());
  }
}
