// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.server.Dispatch;
import dev.sockeye.socketio.server.EventListener;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Sockeye with the events of the benchmark. What is only passed on is passed on as the JSON that it
 * came as, {@code args.raw(0)}; the typed echo binds a record.
 */
final class SockeyeServer implements AutoCloseable {
  private static final EventListener ECHO = (args, ack) -> ack.send(args.raw(0));

  private final SocketIoServer io;
  private final Listening listening;

  private SockeyeServer(SocketIoServer io) {
    this.io = io;
    EventListener news = (args, ack) -> io.emit("news", args.raw(0));
    io.onConnection(socket -> listen(socket, news));
    this.listening = io.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  static SockeyeServer start(Dispatch dispatch) {
    return new SockeyeServer(SocketIoServer.builder().dispatch(dispatch).build());
  }

  private static void listen(Socket socket, EventListener news) {
    socket.on("echo", ECHO);
    socket.onRequest("typed", Note.class, note -> note);
    socket.on("blob", ECHO);
    socket.on(
        "join",
        (args, ack) -> {
          String room = args.string(0);
          socket.join(room);
          socket.on("move", (moves, unwanted) -> socket.to(room).emit("move", moves.raw(0)));
          ack.send();
        });
    socket.on("news", news);
  }

  int port() {
    return listening.port();
  }

  @Override
  public void close() {
    io.close().join();
  }

  public static void main(String[] args) throws IOException {
    Dispatch dispatch =
        switch (args[0]) {
          case "io" -> Dispatch.ioThread();
          case "default" -> Dispatch.blocking();
          default -> throw new IllegalArgumentException("dispatch " + args[0] + ": io or default");
        };
    ServerControl.run(start(dispatch).port(), PlatformDependent::usedDirectMemory);
  }
}
