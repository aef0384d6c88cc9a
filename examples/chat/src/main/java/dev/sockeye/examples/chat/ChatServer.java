// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.chat;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.netty.StaticFiles;
import dev.sockeye.socketio.server.SocketIoServer;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Serves the chat: the conversation over Socket.IO, and the page on every other path. */
public final class ChatServer {
  private static final int DEFAULT_PORT = 3000;

  private ChatServer() {}

  /** Serves the chat until the process is told to end: {@code [--port N]}. */
  public static void main(String[] args) {
    try {
      Listening server = start(port(args));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      System.out.println("The chat is at http://localhost:" + server.port());
    } catch (UncheckedIOException e) {
      System.err.println(e.getMessage() + "; --port chooses another port");
      System.exit(1);
    }
  }

  /**
   * Starts the chat.
   *
   * @param port where to listen; 0 for any free port
   */
  static Listening start(int port) {
    // Whoever presses Ctrl-C wants to see it end, not to wait for clients that are gone.
    SocketIoServer io = SocketIoServer.builder().drainTimeout(Duration.ofSeconds(1)).build();
    new Chat(io).open();
    return NettyHost.builder()
        .service(io.service())
        .handler(StaticFiles.resources(ChatServer.class.getClassLoader(), "page"))
        .port(port)
        .start();
  }

  private static int port(String[] args) {
    if (args.length == 0) {
      return DEFAULT_PORT;
    }
    if (args.length == 2 && args[0].equals("--port") && args[1].matches("\\d{1,5}")) {
      return Integer.parseInt(args[1]);
    }
    System.err.println("usage: [--port N]");
    System.exit(2);
    throw new AssertionError();
  }
}
