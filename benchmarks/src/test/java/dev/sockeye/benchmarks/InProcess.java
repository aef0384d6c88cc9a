// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.socketio.server.SocketIoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** A server that runs in the process of the test. */
record InProcess(int port, AutoCloseable server) implements Target {
  static InProcess limit() {
    LimitServer server = LimitServer.start(Optional.empty());
    return new InProcess(server.port(), server);
  }

  /** Finds so many sockets whenever it is asked. */
  static InProcess counting(int sockets) {
    SocketIoServer io = SocketIoServer.builder().build();
    io.onConnection(socket -> socket.on("fetch", (nothing, ack) -> ack.send(sockets, sockets)));
    Listening listening =
        NettyHost.builder()
            .service(io.service())
            .address(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .start();
    return new InProcess(listening.port(), listening::close);
  }

  @Override
  public List<Long> pids() {
    return List.of(ProcessHandle.current().pid());
  }

  @Override
  public Setting setting() {
    return Setting.PLAIN;
  }

  @Override
  public Memory memory() {
    return new Memory(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(), 0);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
