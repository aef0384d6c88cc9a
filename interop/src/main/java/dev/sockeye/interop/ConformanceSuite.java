// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.CloseReason;
import dev.sockeye.engineio.server.Cors;
import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.Message;
import dev.sockeye.engineio.server.Session;
import dev.sockeye.engineio.server.SessionListener;
import dev.sockeye.engineio.server.spi.HttpService;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.JsonParser;
import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.server.Namespace;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.socketio.spi.Parser;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The servers that the official protocol suites expect to find. */
enum ConformanceSuite {
  ENGINEIO_V4("engineio-v4", "/engine.io/") {
    @Override
    HttpService server(Pace pace) {
      return echo(engineOptions(pace).build());
    }
  },

  ENGINEIO_V3("engineio-v3", "/engine.io/") {
    @Override
    HttpService server(Pace pace) {
      return echo(engineOptions(pace).allowEio3(true).build());
    }
  },

  SOCKETIO_V5("socketio-v5", "/socket.io/") {
    @Override
    HttpService server(Pace pace) {
      return sockets(pace, JsonParser.create());
    }
  },

  SOCKETIO_V5_MSGPACK("socketio-v5-msgpack", "/socket.io/") {
    @Override
    HttpService server(Pace pace) {
      return sockets(pace, MessagePackParser.create());
    }
  };

  // The peers of a suite leave without fetching what was sent to them.
  private static final Duration DRAIN_TIMEOUT = Duration.ofMillis(100);

  private final String text;
  private final String path;

  ConformanceSuite(String text, String path) {
    this.text = text;
    this.path = path;
  }

  /** The suite of a name, such as {@code engineio-v4}. */
  static ConformanceSuite named(String name) {
    return Arrays.stream(values())
        .filter(suite -> suite.text.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no suite '" + name + "': " + names(", ")));
  }

  /** The names of all suites. */
  static String names(String separator) {
    return Arrays.stream(values()).map(suite -> suite.text).collect(Collectors.joining(separator));
  }

  /** A new server. */
  abstract HttpService server(Pace pace);

  /** Where the server answers. */
  String path() {
    return path;
  }

  static EngineOptions.Builder engineOptions(Pace pace) {
    return EngineOptions.builder()
        .pingInterval(pace.pingInterval())
        .pingTimeout(pace.pingTimeout())
        .drainTimeout(DRAIN_TIMEOUT)
        .cors(Cors.any())
        .maxPayload(1_000_000);
  }

  /** An engine that sends back what it gets. */
  static EngineServer echo(EngineOptions options) {
    EngineServer engine = EngineServer.create(options);
    engine.onConnection(Echo::new);
    return engine;
  }

  private static HttpService sockets(Pace pace, Parser parser) {
    SocketIoServer io =
        SocketIoServer.builder()
            .parser(parser)
            .pingInterval(pace.pingInterval())
            .pingTimeout(pace.pingTimeout())
            .drainTimeout(DRAIN_TIMEOUT)
            .connectTimeout(pace.connectTimeout())
            .cors(Cors.any())
            .build();
    tellAuth(io.of("/"));
    tellAuth(io.of("/custom"));
    io.onConnection(
        socket -> {
          socket.on("message", (args, ack) -> socket.emit("message-back", spread(args)));
          socket.on("message-with-ack", (args, ack) -> ack.send(spread(args)));
        });
    return io.service();
  }

  private static void tellAuth(Namespace namespace) {
    namespace.onConnection(socket -> socket.emit("auth", socket.handshake().auth()));
  }

  /** The arguments of an event as those of another, with the least work. */
  static @Nullable Object[] spread(Args args) {
    return IntStream.range(0, args.size()).mapToObj(args::raw).toArray();
  }

  private record Echo(Session session) implements SessionListener {
    @Override
    public void onMessage(RawData message) {
      session.send(Message.of(message));
    }

    @Override
    public void onClose(CloseReason reason, @Nullable Throwable cause) {}
  }
}
