// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.socketio.client.SocketIoClient;
import java.util.concurrent.CountDownLatch;

/**
 * A program whose main method returns, with clients in various states: connected, closed, lost,
 * busy in a listener. Only what it leaves behind can keep its JVM alive.
 */
final class LastLine {
  /** How the program leaves its clients. */
  enum Leaves {
    CLIENTS_CLOSED,
    A_CLIENT_CONNECTED,
    A_CLIENT_RECONNECTING,
    A_LISTENER_THAT_NEVER_RETURNS
  }

  private LastLine() {}

  /** Takes how to leave the clients, the server's address, and the transport. */
  public static void main(String[] args) throws InterruptedException {
    Leaves how = Leaves.valueOf(args[0]);
    SocketIoClient one = connect(args[1], args[2]);
    SocketIoClient other = connect(args[1], args[2]);
    switch (how) {
      case CLIENTS_CLOSED -> {
        one.close();
        other.close();
      }
      case A_CLIENT_CONNECTED -> one.close();
      case A_CLIENT_RECONNECTING -> lose(one);
      case A_LISTENER_THAT_NEVER_RETURNS -> block(one.socket());
    }
  }

  private static SocketIoClient connect(String url, String transport) {
    SocketIoClient client =
        SocketIoClient.builder(url).transports(SockeyePeer.transports(transport)).build();
    client.socket().emitWithAck("echo-ack", "connected").join();
    return client;
  }

  private static void lose(SocketIoClient client) throws InterruptedException {
    CountDownLatch lost = new CountDownLatch(1);
    client.socket().onDisconnect((reason, details) -> lost.countDown());
    client.socket().emit("cut");
    lost.await();
  }

  private static void block(ClientSocket socket) throws InterruptedException {
    CountDownLatch called = new CountDownLatch(1);
    socket.on(
        "echo",
        () -> {
          called.countDown();
          await(new CountDownLatch(1));
        });
    socket.emit("echo");
    called.await();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
