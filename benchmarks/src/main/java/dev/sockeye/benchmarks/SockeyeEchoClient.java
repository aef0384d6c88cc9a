// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import dev.sockeye.engineio.Transport;
import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.socketio.client.SocketIoClient;
import java.io.IOException;
import java.net.URI;
import java.util.function.IntConsumer;

/** Sockeye's own client. */
record SockeyeEchoClient(ClientSocket socket) implements EchoClient {
  public static void main(String[] args) throws IOException, InterruptedException {
    ClientControl.run(SockeyeEchoClient::connect, args);
  }

  private static EchoClient connect(URI server, Runnable connected) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void echo(int id, IntConsumer answered) {
    socket
        .emitWithAck("echo", Note.class, new Note(id, Note.USER, Note.TEXT, Note.SENT))
        .thenAccept(note -> answered.accept(note.id()));
  }
}
