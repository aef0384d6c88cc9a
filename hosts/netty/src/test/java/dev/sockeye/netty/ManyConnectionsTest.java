// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpService;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.EchoHandler;
import dev.sockeye.testkit.WireClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManyConnectionsTest {
  private final List<WireClient> clients = new ArrayList<>();

  @AfterEach
  void closeClients() {
    clients.forEach(WireClient::close);
  }

  private WireClient connect(Listening server) {
    WireClient client = WireClient.connect(server.address());
    clients.add(client);
    return client;
  }

  /** A third of them WebSockets, a third between two requests, a third with nothing said yet. */
  private void connectInAllStates(Listening server, int count) {
    for (int i = 0; i < count; i++) {
      WireClient client = connect(server);
      if (i % 3 == 0) {
        client.upgrade("/");
      } else if (i % 3 == 1) {
        client.get("/").response();
      }
    }
  }

  private static List<Thread> loops() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("sockeye-netty"))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void aCloseEndsEveryConnectionAndEveryThread(Io io) {
    Listening server = NettyHost.builder().io(io).handler(new EchoHandler(1000)).start();
    connectInAllStates(server, 150);
    server.close();
    assertThat(clients).allSatisfy(client -> assertThat(client.untilClosed()).isEmpty());
    assertThat(loops()).isEmpty();
  }

  @Test
  void anInterruptedCloseWaitsForNobodyButClosesEverything() {
    HttpService endless = new EndlessService();
    Listening server = NettyHost.builder().service(endless).start();
    WireClient client = connect(server);
    client.get("/").response();
    Thread.currentThread().interrupt();
    server.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(client.untilClosed()).isEmpty();
  }

  /** Has nothing to serve, and never comes to its end. */
  private static final class EndlessService implements HttpService {
    @Override
    public boolean handles(String path) {
      return false;
    }

    @Override
    public void handle(HttpExchange exchange) {}

    @Override
    public CompletableFuture<Void> close() {
      return new CompletableFuture<>();
    }
  }

  @Test
  void aConnectionOverTheLimitIsClosedAndNobodyElseIsDisturbed() {
    EchoHandler echo = new EchoHandler(1000);
    try (Listening server = NettyHost.builder().maxConnections(2).handler(echo).start()) {
      WireClient first = connect(server);
      WireClient second = connect(server);
      first.upgrade("/");
      second.upgrade("/");
      assertThat(connect(server).untilClosed()).isEmpty();
      assertThat(first.sendText("still here").frame().text()).isEqualTo("still here");
      assertThat(second.sendText("me too").frame().text()).isEqualTo("me too");
    }
  }
}
