// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.server.Cors;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.examples.sticky.Events.Kept;
import dev.sockeye.examples.sticky.Events.Note;
import dev.sockeye.examples.sticky.Events.Welcome;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.netty.StaticFiles;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One of several nodes: says its name to whoever connects, and keeps notes. */
final class Node {
  private final NodeOptions options;
  private final Journal journal;
  private final SocketIoServer io;

  Node(NodeOptions options) throws IOException {
    this.options = options;
    this.journal = new Journal(options.journal());
    this.io = server(options);
    io.onConnection(this::welcome);
  }

  private static SocketIoServer server(NodeOptions options) {
    SocketIoServer.Builder builder = SocketIoServer.builder().drainTimeout(Duration.ofSeconds(2));
    if (options.cookie()) {
      builder.cookie(SessionCookie.defaults());
    }
    if (!options.origins().isEmpty()) {
      builder.cors(Cors.origins(options.origins()).credentials(true));
    }
    return builder.build();
  }

  /** Serves Socket.IO, the page, and what load balancers and the curious want to know. */
  Listening listen() {
    StaticFiles page = StaticFiles.resources(Node.class.getClassLoader(), "page");
    return NettyHost.builder()
        .service(io.service())
        .handler(page.orElse(this::answer))
        .address(options.address())
        .start();
  }

  private void welcome(Socket socket) {
    String cookie = socket.handshake().header("Cookie").orElse("");
    socket.emit("welcome", new Welcome(options.name(), cookie));
    socket.onRequest("note", Note.class, note -> new Kept(options.name(), journal.keep(note.id())));
  }

  private void answer(HttpExchange exchange) {
    exchange.respond(
        switch (exchange.path()) {
          case "/health" -> text("text/plain", "ok\n");
          case "/node" -> text("application/json", state());
          default -> HttpResponse.empty(404);
        });
  }

  private String state() {
    return "{\"name\":\"%s\",\"sessions\":%d}\n"
        .formatted(options.name(), io.engine().sessionCount());
  }

  private static HttpResponse text(String type, String body) {
    Headers headers = Headers.create().add("Content-Type", type).add("Cache-Control", "no-store");
    return HttpResponse.of(200, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Serves until the process is told to end, or the one that started it has ended. */
  public static void main(String[] args) throws IOException {
    Listening server = new Node(NodeOptions.parse(args)).listen();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    System.out.println(NodeProcess.LISTENS + server.port());
    ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().join());
    System.exit(0);
  }
}
