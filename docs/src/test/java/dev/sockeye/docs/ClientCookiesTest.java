// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.server.SocketIoServer;
import io.socket.client.Socket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which cookies real clients bring, with the options that docs/cookies.md shows. */
@Timeout(180)
class ClientCookiesTest {
  /** The names of the cookies of all requests of a session, by its id. */
  private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

  private final SocketIoServer io =
      SocketIoServer.builder()
          .cookie(SessionCookie.defaults())
          .drainTimeout(Duration.ofMillis(1))
          .build();
  private final Listening server =
      io.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  private final String url = "http://localhost:" + server.port();

  ClientCookiesTest() {
    io.engine()
        .onHeaders(
            (headers, request) ->
                seen.computeIfAbsent(
                        request.query().getOrDefault("sid", ""),
                        id -> ConcurrentHashMap.newKeySet())
                    .addAll(request.cookies().keySet()));
    io.onConnection(
        socket ->
            socket.onRequest(
                "cookies", String.class, unused -> String.join(",", seen.get(socket.conn().id()))));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theJavaScriptClientKeepsCookiesOrSendsThoseItIsGiven() throws Exception {
    Process node =
        new ProcessBuilder("node", script().toString(), url).redirectErrorStream(true).start();
    assertThat(new String(node.getInputStream().readAllBytes(), UTF_8)).isEqualTo("io sid\n");
  }

  @Test
  void theJavaClientSendsThoseItIsGiven() throws InterruptedException {
    BlockingQueue<Object> connected = new LinkedBlockingQueue<>();
    io.onConnection(socket -> connected.add(socket.handshake().cookie("sid").orElse("none")));
    Socket socket = JavaClientSnippets.withCookie(URI.create(url), "123").connect();
    assertThat(connected.poll(30, TimeUnit.SECONDS)).isEqualTo("123");
    socket.disconnect();
  }

  /** The page's script, where Node.js finds the client: the build has installed it there. */
  private static Path script() throws IOException {
    Path folder = Files.createDirectories(Path.of("target/javascript"));
    Path modules = folder.resolve("node_modules");
    if (!Files.exists(modules)) {
      Files.createSymbolicLink(modules, Path.of("../client-files/node_modules").toRealPath());
    }
    return Files.copy(
        Path.of("src/test/resources/cookies.mjs"),
        folder.resolve("cookies.mjs"),
        StandardCopyOption.REPLACE_EXISTING);
  }
}
