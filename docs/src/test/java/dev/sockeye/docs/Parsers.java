// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import dev.sockeye.socketio.JsonParser;
import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.server.SocketIoServer;
import java.time.Instant;

/** The snippets of docs/parsers.md. */
final class Parsers {
  private Parsers() {}

  static SocketIoServer.Builder withLimits() {
    // tag::limits[]
    JsonParser parser = JsonParser.create().maxAttachments(100).maxNesting(50);
    SocketIoServer.Builder builder = SocketIoServer.builder().parser(parser);
    // end::limits[]
    return builder;
  }

  static SocketIoServer.Builder messagePack() {
    // tag::msgpack[]
    SocketIoServer.Builder builder = SocketIoServer.builder().parser(MessagePackParser.create());
    // end::msgpack[]
    return builder;
  }

  static SocketIoServer.Builder custom() {
    // tag::custom[]
    SocketIoServer.Builder builder = SocketIoServer.builder().parser(new WholeJsonParser());
    // end::custom[]
    return builder;
  }

  // tag::binding[]
  record Reading(String sensor, double value, Instant time) {}

  static void readings(SocketIoServer io) {
    io.onConnection(
        socket -> {
          socket.on("reading", Reading.class, reading -> io.to("charts").emit("point", reading));
          socket.on("raw", (args, ack) -> ack.send(args.get(0), args.bytes(1).length));
        });
  }
  // end::binding[]
}
