// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.CloseReason;
import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.Message;
import dev.sockeye.engineio.server.Session;
import dev.sockeye.engineio.server.SessionListener;
import dev.sockeye.engineio.server.spi.HostProvider;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.WireClient;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real engine over real sockets: its own tests run on a host without. */
class EngineOnNettyTest {
  private static final String POLLING = "/engine.io/?EIO=4&transport=polling";
  private static final String WEBSOCKET = "/engine.io/?EIO=4&transport=websocket";

  private final EngineServer engine =
      EngineServer.create(
          // Sessions that nobody polls any more are not waited for.
          EngineOptions.builder().drainTimeout(Duration.ofMillis(1)).build());
  private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
  private final Listening server = NettyHost.builder().service(engine).eventLoops(2).start();
  private final WireClient client = WireClient.connect(server.address());

  EngineOnNettyTest() {
    engine.onConnection(Echo::new);
  }

  private final class Echo implements SessionListener {
    private final Session session;

    Echo(Session session) {
      this.session = session;
    }

    @Override
    public void onMessage(RawData message) {
      session.send(Message.of(message));
    }

    @Override
    public void onClose(CloseReason reason, @Nullable Throwable cause) {
      closed.complete(reason);
    }
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private String openByPolling() {
    String body = client.get(POLLING).response().text();
    return body.substring(body.indexOf("sid\":\"") + 6).split("\"", 2)[0];
  }

  @Test
  void aHandshakeIsAnsweredAsTheReferenceDoes() {
    WireClient.Response response = client.get(POLLING).response();
    assertThat(response.header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
    assertThat(response.text())
        .matches(
            "0\\{\"sid\":\"[-_A-Za-z0-9]{20}\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":25000,"
                + "\"pingTimeout\":20000,\"maxPayload\":1000000}");
  }

  @Test
  void messagesGoBothWaysByPolling() {
    String sid = openByPolling();
    assertThat(client.post(POLLING + "&sid=" + sid, "4hello").response().text()).isEqualTo("ok");
    assertThat(client.get(POLLING + "&sid=" + sid).response().text()).isEqualTo("4hello");
  }

  @Test
  void messagesGoBothWaysByWebSocket() {
    client.upgrade(WEBSOCKET);
    assertThat(client.frame().text()).startsWith("0{");
    assertThat(client.sendText("4hello").frame().text()).isEqualTo("4hello");
  }

  @Test
  void aPollingSessionIsUpgraded() {
    String sid = openByPolling();
    try (WireClient webSocket = WireClient.connect(server.address())) {
      webSocket.upgrade(WEBSOCKET + "&sid=" + sid);
      assertThat(webSocket.sendText("2probe").frame().text()).isEqualTo("3probe");
      assertThat(client.get(POLLING + "&sid=" + sid).response().text()).isEqualTo("6");
      webSocket.sendText("5");
      assertThat(webSocket.sendText("4upgraded").frame().text()).isEqualTo("4upgraded");
    }
  }

  @Test
  void aBodyOverTheLimitIsTooLarge() {
    String sid = openByPolling();
    client.post(POLLING + "&sid=" + sid, "4" + "x".repeat(1_000_000));
    assertThat(client.response().status()).isEqualTo(413);
  }

  @Test
  void aLostPollEndsTheSession() {
    client.get(POLLING + "&sid=" + openByPolling()).close();
    assertThat(closed.orTimeout(20, TimeUnit.SECONDS).join())
        .isEqualTo(CloseReason.TRANSPORT_ERROR);
  }

  @Test
  void aClosedHostLeavesNoSession() {
    client.upgrade(WEBSOCKET);
    server.close();
    assertThat(engine.sessionCount()).isZero();
    assertThat(closed).isCompleted();
  }

  @Test
  void pathsThatAreNotTheEnginesAreNotFound() {
    assertThat(client.get("/").response().status()).isEqualTo(404);
  }

  @Test
  void theHostIsFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(HostProvider.class))
        .hasExactlyElementsOfTypes(NettyHostProvider.class);
  }
}
