// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.engineio.server.PerMessageDeflate;
import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.client.SocketIoClient;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The servers that our client talks to, and the options that the client needs for them. */
enum ClientPartner {
  NODE(() -> ServerProcess.node("plain"), same -> same),
  NODE_WITH_MESSAGE_PACK(
      () -> ServerProcess.node("msgpack"), client -> client.parser(MessagePackParser.create())),
  NODE_THAT_COMPRESSES(
      () -> ServerProcess.node("deflate"), client -> client.perMessageDeflateThreshold(0)),
  PYTHON(() -> ServerProcess.python("plain"), client -> client.maxPacketsPerPost(16)),
  SOCKEYE(() -> new PeerServer().start(), same -> same),
  SOCKEYE_WITH_MESSAGE_PACK(
      () -> new PeerServer(io -> io.parser(MessagePackParser.create())).start(),
      client -> client.parser(MessagePackParser.create())),
  SOCKEYE_THAT_COMPRESSES(
      () ->
          new PeerServer(
                  io ->
                      io.perMessageDeflate(PerMessageDeflate.defaults().threshold(0))
                          .httpCompressionThreshold(0))
              .start(),
      client -> client.perMessageDeflateThreshold(0));

  private final Supplier<RunningServer> server;
  private final UnaryOperator<SocketIoClient.Builder> options;

  ClientPartner(Supplier<RunningServer> server, UnaryOperator<SocketIoClient.Builder> options) {
    this.server = server;
    this.options = options;
  }

  RunningServer start() {
    return server.get();
  }

  SocketIoClient.Builder prepare(SocketIoClient.Builder client) {
    return options.apply(client);
  }

  /** Each of them, over each transport. */
  static Stream<Arguments> overEachTransport() {
    return overEachTransport(Stream.of(values()));
  }

  /** Those that let a client leave a namespace and come back in one breath. */
  static Stream<Arguments> thatTakeOneBackAtOnce() {
    return overEachTransport(
        Stream.of(PYTHON, SOCKEYE, SOCKEYE_WITH_MESSAGE_PACK, SOCKEYE_THAT_COMPRESSES));
  }

  private static Stream<Arguments> overEachTransport(Stream<ClientPartner> partners) {
    return partners.flatMap(
        partner ->
            Stream.of("polling", "websocket", "upgrade")
                .map(transport -> Arguments.of(partner, transport)));
  }
}
