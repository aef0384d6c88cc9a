// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.WireClient;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class NettyHostTest {
  private static final HttpHandler HELLO =
      exchange -> exchange.respond(HttpResponse.of(200, Headers.create(), "hello".getBytes(UTF_8)));

  @Test
  void aHandlerAnswersRequests() {
    try (Listening server = NettyHost.builder().handler(HELLO).start();
        WireClient client = WireClient.connect(server.address())) {
      assertThat(client.get("/").response().text()).isEqualTo("hello");
    }
  }

  @Test
  void withoutAHandlerEveryPathIsNotFound() {
    try (Listening server = NettyHost.builder().start();
        WireClient client = WireClient.connect(server.address())) {
      assertThat(client.get("/").response())
          .extracting(WireClient.Response::status, WireClient.Response::text)
          .containsExactly(404, "");
    }
  }

  @Test
  void aPortInUseIsReportedWithItsAddress() {
    InetSocketAddress any = new InetSocketAddress("127.0.0.1", 0);
    try (Listening server = NettyHost.builder().address(any).start()) {
      assertThatThrownBy(() -> NettyHost.builder().address(server.address()).start())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("127.0.0.1:" + server.port());
    }
  }

  @Test
  void stopAcceptingFreesThePortAndKeepsConnections() {
    try (Listening server = NettyHost.builder().handler(HELLO).start();
        WireClient client = WireClient.connect(server.address())) {
      client.get("/").response();
      server.stopAccepting().join();
      NettyHost.builder().address(server.address()).start().close();
      assertThat(client.get("/").response().text()).isEqualTo("hello");
    }
  }

  @Test
  void afterCloseConnectionsAndThreadsAreGone() {
    Listening server = NettyHost.builder().handler(HELLO).start();
    try (WireClient client = WireClient.connect(server.address())) {
      client.get("/").response();
      server.close();
      assertThat(client.untilClosed()).isEmpty();
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("sockeye-netty"));
  }

  @Test
  void aSecondCloseDoesNothing() {
    Listening server = NettyHost.builder().start();
    server.close();
    server.close();
    assertThat(server.stopAccepting()).isCompleted();
  }
}
