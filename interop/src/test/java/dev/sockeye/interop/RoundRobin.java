// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** HAProxy, which gives each request to the next server, whomever its session belongs to. */
final class RoundRobin implements AutoCloseable {
  private static final int ATTEMPTS = 20;

  private final int port;
  private final Path config;
  private final Process process;

  private RoundRobin(int port, Path config) throws IOException {
    this.port = port;
    this.config = config;
    this.process =
        new ProcessBuilder("haproxy", "-db", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  static RoundRobin over(int... servers) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      RoundRobin proxy = start(servers);
      Clusters.await("HAProxy", () -> proxy.hasEnded() || proxy.answers());
      if (!proxy.hasEnded()) {
        return proxy;
      }
      proxy.close(); // somebody else was faster to take the port
    }
    throw new AssertionError("HAProxy doesn't start here");
  }

  private static RoundRobin start(int... servers) {
    try {
      int port = freePort();
      Path config = Files.createTempFile("round-robin", ".cfg");
      Files.writeString(config, config(port, servers));
      return new RoundRobin(port, config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static String config(int port, int... servers) {
    StringBuilder config =
        new StringBuilder(
            """
            defaults
              mode http
              timeout connect 10s
              timeout client 90s
              timeout server 90s
              timeout tunnel 1h
            listen sockeye
              bind 127.0.0.1:%d
              balance roundrobin
            """
                .formatted(port));
    for (int server : servers) {
      config.append("  server s%d 127.0.0.1:%d%n".formatted(server, server));
    }
    return config.toString();
  }

  private boolean hasEnded() {
    return !process.isAlive();
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  String url() {
    return "http://localhost:" + port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      Files.delete(config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
