// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import dev.sockeye.engineio.server.OriginPolicy;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.socketio.server.SocketIoServer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Serves the pages over HTTP, and the tabs of those who have logged in over Socket.IO. */
public final class LoginServer {
  private static final int DEFAULT_PORT = 3000;
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final int ITERATIONS = 210_000;

  /** They are on the login page too: this is an example. */
  private static final Map<String, String> PASSWORDS =
      Map.of("ada", "analytical engine", "grace", "first actual bug");

  private LoginServer() {}

  /** Serves until the process is told to end: {@code [--port N]}. */
  public static void main(String[] args) {
    Sessions sessions = new Sessions(IDLE, InstantSource.system(), ForkJoinPool.commonPool());
    TimerTask cleaning =
        new TimerTask() {
          @Override
          public void run() {
            sessions.endIdle();
          }
        };
    new Timer("sessions", true).schedule(cleaning, 1000, 1000);
    try {
      Listening server = start(port(args), sessions);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      System.out.println("Log in at http://localhost:" + server.port());
    } catch (UncheckedIOException e) {
      System.err.println(e.getMessage() + "; --port chooses another port");
      System.exit(1);
    }
  }

  /**
   * Starts the server.
   *
   * @param port where to listen; 0 for any free port
   */
  static Listening start(int port, Sessions sessions) {
    Door door = new Door(sessions);
    SocketIoServer io =
        SocketIoServer.builder()
            .allowedOrigins(OriginPolicy.sameOrigin())
            .allowRequest(door::decide)
            .drainTimeout(Duration.ofSeconds(1))
            .build();
    io.engine().onHeadersAsync(door::extend);
    io.use(door::admit);
    new Tabs(io, sessions).open();
    Accounts accounts = new Accounts(PASSWORDS, ITERATIONS, hashers());
    return NettyHost.builder()
        .service(io.service())
        .handler(new Site(accounts, sessions))
        .port(port)
        .start();
  }

  /** Two threads and a short queue: whoever floods the form with passwords is turned away. */
  private static Executor hashers() {
    ThreadPoolExecutor hashers =
        new ThreadPoolExecutor(2, 2, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(32));
    hashers.allowCoreThreadTimeOut(true);
    return hashers;
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
