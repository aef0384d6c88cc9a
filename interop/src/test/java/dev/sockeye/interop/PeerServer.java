// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.server.ConnectionRefusedException;
import dev.sockeye.socketio.server.EventRefusedException;
import dev.sockeye.socketio.server.Namespace;
import dev.sockeye.socketio.server.ParentNamespace;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The server of the scenarios that the official clients play, for the time of a test class. The
 * same on the official server is {@code node/peer-server.mjs}.
 */
final class PeerServer implements RunningServer, BeforeAllCallback, AfterAllCallback {
  static final int MAX_PAYLOAD = 100_000;

  private final UnaryOperator<SocketIoServer.Builder> settings;

  /** Set before the first test. */
  private SocketIoServer io;

  /** Set before the first test. */
  private Listening server;

  /** A server whose heartbeat no test sees. */
  PeerServer() {
    this(builder -> builder);
  }

  /** A server with a ping interval and ping time-out of so long. */
  PeerServer(Duration pingTime) {
    this(builder -> builder.pingInterval(pingTime).pingTimeout(pingTime));
  }

  /** A server with settings of its own. */
  PeerServer(UnaryOperator<SocketIoServer.Builder> settings) {
    this.settings = settings;
  }

  int port() {
    return server.port();
  }

  @Override
  public String url() {
    return "http://localhost:" + server.port();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  PeerServer start() {
    io =
        settings
            .apply(
                SocketIoServer.builder()
                    .maxPayload(MAX_PAYLOAD)
                    .drainTimeout(Duration.ofMillis(100)))
            .build();
    io.of("/guarded").use(PeerServer::checkToken);
    ParentNamespace dynamic = io.of(Pattern.compile("/dynamic-(?<number>\\d+)"));
    dynamic.onConnection(
        socket -> {
          welcome(socket.namespace(), socket);
          socket.onRequest("which", () -> socket.namespace().captured("number"));
          socket.on("to-all-dynamic", String.class, text -> dynamic.emit("heard", text));
        });
    io.of("/guarded-too")
        .use(
            socket -> {
              throw new ConnectionRefusedException("not you");
            });
    for (String name : List.of("/", "/custom", "/guarded")) {
      Namespace namespace = io.of(name);
      namespace.onConnection(socket -> welcome(namespace, socket));
    }
    server = io.listen(0);
    return this;
  }

  @Override
  public void close() {
    io.close().join();
  }

  private static void checkToken(Socket socket) {
    if (!"secret".equals(socket.handshake().auth().get("token"))) {
      throw new ConnectionRefusedException("not you", Map.of("hint", "ask for a token"));
    }
  }

  private static void welcome(Namespace namespace, Socket socket) {
    socket.emit("auth", socket.handshake().auth());
    socket.on("query", (args, ack) -> ack.send(socket.handshake().query().get(args.string(0))));
    socket.on("echo", (args, ack) -> socket.emit("echo", ConformanceSuite.spread(args)));
    socket.on("echo-ack", (args, ack) -> ack.send(ConformanceSuite.spread(args)));
    socket.on(
        "ask-me",
        (args, ack) ->
            socket
                .emitWithAck("question", ConformanceSuite.spread(args))
                .thenAccept(answer -> socket.emit("you-said", answer.raw(0))));
    socket.on(
        "join",
        (args, ack) -> {
          socket.join(args.string(0));
          ack.send();
        });
    socket.on(
        "leave",
        (args, ack) -> {
          socket.leave(args.string(0));
          ack.send();
        });
    socket.on("to-room", (args, ack) -> socket.to(args.string(0)).emit("heard", args.string(1)));
    socket.on("in-room", (args, ack) -> namespace.in(args.string(0)).emit("heard", args.string(1)));
    socket.on("to-others", (args, ack) -> socket.broadcast().emit("heard", args.string(0)));
    socket.on("to-all", (args, ack) -> namespace.emit("heard", ConformanceSuite.spread(args)));
    socket.on(
        "ask-room",
        (args, ack) ->
            namespace
                .in(args.string(0))
                .timeout(Duration.ofMillis(args.integer(2)))
                .emitWithAck("question", args.string(1))
                .whenComplete((answers, late) -> tellAnswers(socket, answers, late)));
    socket.use(
        event -> {
          if (event.name().equals("forbidden")) {
            throw new EventRefusedException("not allowed");
          }
        });
    socket.onError((error, event) -> socket.emit("refused", error.getMessage()));
    socket.on("message", (args, ack) -> socket.send(ConformanceSuite.spread(args)));
    socket.on("watch", (args, ack) -> watch(socket, ack));
    socket.on("transport", (args, ack) -> ack.send(socket.conn().transport().wireName()));
    socket.on("cut", (args, ack) -> socket.conn().close());
    socket.on("leave-me", (args, ack) -> socket.disconnect());
  }

  private static void tellAnswers(Socket socket, List<Args> answers, Throwable late) {
    List<Args> heard = late instanceof AckTimeoutException timeout ? timeout.answers() : answers;
    socket.emit(
        "answers", late != null, heard.stream().map(args -> args.string(0)).sorted().toList());
  }

  private static void watch(Socket socket, Ack ack) {
    List<String> seen = new CopyOnWriteArrayList<>();
    socket.onAny(event -> seen.add("in " + event.name()));
    socket.onAnyOutgoing((event, args) -> seen.add("out " + event));
    socket.onRequest("watched", () -> seen);
    ack.send();
  }
}
