// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.socketio.server.SocketIoServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a server and its host over real connections, whichever of them is closed. */
@Timeout(20) // ends what would wait for itself
class ClosingTest {
  private final SocketIoServer io =
      SocketIoServer.builder().drainTimeout(Duration.ofSeconds(1)).build();
  private final CompletableFuture<String> connected = new CompletableFuture<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    io.onConnection(
        socket -> {
          socket.onDisconnect((reason, details) -> heard.add(reason.text()));
          connected.complete(socket.id());
        });
  }

  @Test
  void closingAHostOfOnesOwnEndsTheServer() throws Exception {
    Listening host = NettyHost.builder().service(io.service()).start();
    connect(host);
    host.close();
    assertThat(heard).containsExactly("server shutting down");
  }

  @Test
  void closingTheHostOfListenEndsTheServer() throws Exception {
    Listening host = io.listen(0);
    connect(host);
    host.close();
    assertThat(heard).containsExactly("server shutting down");
  }

  @Test
  void closingTheServerEndsTheHostOfListen() throws Exception {
    Listening host = io.listen(0);
    connect(host);
    io.close().get(10, TimeUnit.SECONDS);
    assertThat(heard).containsExactly("server shutting down");
    assertThat(host.stopAccepting()).isDone();
  }

  @Test
  void theServerCanBeClosedBeforeAHostOfOnesOwn() throws Exception {
    try (Listening host = NettyHost.builder().service(io.service()).start()) {
      connect(host);
      io.close().get(10, TimeUnit.SECONDS);
    }
    assertThat(heard).containsExactly("server shutting down");
  }

  @Test
  void bothCanBeClosedAtOnce() throws Exception {
    Listening host = io.listen(0);
    connect(host);
    CompletableFuture<Void> server = io.close();
    host.close();
    server.get(10, TimeUnit.SECONDS);
    assertThat(heard).containsExactly("server shutting down");
  }

  private void connect(Listening host) throws Exception {
    URI url = URI.create("ws://localhost:" + host.port() + "/socket.io/?EIO=4&transport=websocket");
    HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(url, new WebSocket.Listener() {})
        .get(10, TimeUnit.SECONDS)
        .sendText("40", true);
    connected.get(10, TimeUnit.SECONDS);
  }
}
