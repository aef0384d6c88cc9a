// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.socketio.server.SocketIoServer;
import java.net.InetSocketAddress;

/** A server as {@code serve} runs it, on a port of its own. */
final class PlaygroundServer implements AutoCloseable {
  private final SocketIoServer io =
      SocketIoServer.builder().cookie(SessionCookie.defaults()).build();
  private final Listening listening;

  PlaygroundServer() {
    new Playground(io).open();
    listening =
        NettyHost.builder()
            .service(io.service())
            .address(new InetSocketAddress("localhost", 0))
            .start();
  }

  SocketIoServer io() {
    return io;
  }

  String url() {
    return "http://localhost:" + listening.port();
  }

  @Override
  public void close() {
    listening.close();
  }
}
