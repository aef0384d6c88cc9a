// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * A server as a process, so that it can die, freeze and be started again. Its program prints the
 * port that it listens on.
 */
final class ServerProcess implements RunningServer {
  /**
   * A loopback address where nobody else is: connections go out from the first one, and would
   * sometimes take the port of a server that is to come back.
   */
  private static final String ADDRESS = "127.0.0.2";

  private final String schemeAndHost;
  private final IntFunction<ProcessBuilder> command;
  private Process process;
  private final int port;

  private ServerProcess(String schemeAndHost, IntFunction<ProcessBuilder> command) {
    this.schemeAndHost = schemeAndHost;
    this.command = command;
    this.port = start(0);
  }

  /** The official server, {@code node/client-server.mjs}. */
  static ServerProcess node(String kind) {
    return new ServerProcess(
        "http://" + ADDRESS,
        port -> PeerProcess.node("client-server.mjs", kind, ADDRESS, Integer.toString(port)));
  }

  /** The official server behind TLS, {@code node/tls-server.mjs}; it can't be restarted. */
  static ServerProcess nodeWithTls(Path certificate, Path key) {
    return new ServerProcess(
        "https://localhost",
        port -> PeerProcess.node("tls-server.mjs", certificate.toString(), key.toString()));
  }

  /** That of {@code python3-socketio}, {@code python/server.py}. */
  static ServerProcess python(String kind) {
    return new ServerProcess(
        "http://" + ADDRESS,
        port -> PeerProcess.python("server.py", kind, ADDRESS, Integer.toString(port)));
  }

  private int start(int wantedPort) {
    try {
      process = command.apply(wantedPort).start();
      BufferedReader output = process.inputReader();
      String line = output.readLine();
      if (line == null) {
        throw new AssertionError("the server did not start; see its errors above");
      }
      return Integer.parseInt(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  @Override
  public String url() {
    return schemeAndHost + ":" + port;
  }

  /** Ends it with SIGKILL: it says goodbye to nobody. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Starts it again, where it was. */
  void restart() {
    start(port);
  }

  /** Stops it with SIGSTOP: its connections stay open, and nothing answers. */
  void freeze() {
    try {
      new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
