// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.LocalHost;
import dev.sockeye.testkit.PeerSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The server of the README, spoken to. */
class QuickstartTest {
  @Test
  void whatOneSaysInTheLobbyEverybodyHears() {
    SocketIoServer io = SocketIoServer.builder().dispatch(Dispatch.ioThread()).build();
    Quickstart.chat(io);
    LocalHost host = LocalHost.of(io.engine());
    PeerSocket ada = host.peer().openWebSocket().send("40");
    PeerSocket grace = host.peer().openWebSocket().send("40");
    grace.received();
    ada.send("42[\"chat\",\"hello\"]");
    assertThat(grace.received()).containsExactly("42[\"chat\",\"hello\"]");
  }

  @Test
  void thePageFindsItsScript() throws IOException, InterruptedException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Listening server = SocketIoServer.create().listen(loopback)) {
      String url = "http://localhost:" + server.port() + "/socket.io/socket.io.js";
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url)).header("Accept-Encoding", "br, gzip").build();
      HttpResponse<byte[]> script =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
      assertThat(script.statusCode()).isEqualTo(200);
      assertThat(script.headers().firstValue("content-encoding")).contains("br");
      assertThat(script.body()).hasSizeBetween(20_000, 50_000);
    }
  }
}
