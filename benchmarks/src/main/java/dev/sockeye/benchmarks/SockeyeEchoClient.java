// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.NettyNetwork;
import dev.sockeye.engineio.client.spi.Network;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.socketio.client.SocketIoClient;
import java.io.IOException;
import java.net.URI;
import java.util.function.IntConsumer;

/** Sockeye's own client: many clients that share one network. */
record SockeyeEchoClient(ClientSocket socket) implements EchoClient {
  public static void main(String[] args) throws IOException, InterruptedException {
    NettyNetwork network = NettyNetwork.create();
    ClientControl.run((server, connected) -> connect(network, server, connected), args);
  }

  private static EchoClient connect(Network network, URI server, Runnable connected) {
    ClientSocket socket =
        SocketIoClient.builder(server)
            .network(network)
            .transports(Transport.WEBSOCKET)
            .dispatch(Dispatch.ioThread())
            .autoConnect(false)
            .build()
            .socket();
    socket.onConnect(connected);
    socket.connect();
    return new SockeyeEchoClient(socket);
  }

  @Override
  public void echo(int id, IntConsumer answered) {
    var unused =
        socket
            .emitWithAck("echo", Note.class, new Note(id, Note.USER, Note.TEXT, Note.SENT))
            .thenAccept(note -> answered.accept(note.id()));
  }
}
