// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.nats;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Debian's {@code nats-server}, which {@code ./check} installs, on a free port of an address of its
 * own: there it finds its port still free when it is started again, for nobody else looks for ports
 * there. Ends with {@link #close}, or with this JVM at the latest. For one thread.
 */
final class NatsServer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;
  private static final String ANY_PORT = "-1";
  private static final Pattern LISTENS =
      Pattern.compile("Listening for client connections on .*:(\\d+)");

  private final String address = address(ProcessHandle.current().pid());
  private final Thread killer = new Thread(this::stop, "end of a NATS server");
  private final Deque<Connection> connections = new ArrayDeque<>();
  private final String port;

  /** The newest one. Written by the test's thread. */
  private volatile Process process;

  private NatsServer() {
    Runtime.getRuntime().addShutdownHook(killer);
    port = launch(ANY_PORT);
  }

  /** All of 127.0.0.0/8 is this machine. */
  private static String address(long pid) {
    return "127." + (1 + pid / 256 % 254) + "." + pid % 256 + ".3";
  }

  static NatsServer start() {
    return new NatsServer();
  }

  private String launch(String wanted) {
    try {
      process =
          new ProcessBuilder("nats-server", "-a", address, "-p", wanted)
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("nats-server is missing: ./check installs it", e);
    }
    CompletableFuture<String> listening = new CompletableFuture<>();
    BufferedReader output = process.inputReader();
    Thread reader = new Thread(() -> read(output, listening), "NATS output");
    reader.setDaemon(true);
    reader.start();
    return listening.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private static void read(BufferedReader output, CompletableFuture<String> listening) {
    StringBuilder said = new StringBuilder();
    String found = "";
    try (output) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        said.append(line).append('\n');
        Matcher matcher = LISTENS.matcher(line);
        found = matcher.find() ? matcher.group(1) : found;
        if (line.endsWith("Server is ready")) {
          listening.complete(found);
        }
      }
    } catch (IOException e) {
      // it was killed
    }
    listening.completeExceptionally(new AssertionError("nats-server says:\n" + said));
  }

  /** A connection as a server of an application has it, until the end of the test. */
  Connection connect() {
    try {
      Connection connection =
          Nats.connect(
              NatsAdapter.options()
                  .server("nats://" + address + ":" + port)
                  .connectionTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                  .reconnectWait(Duration.ofMillis(20))
                  .reconnectJitter(Duration.ofMillis(1))
                  .errorListener(new ErrorListener() {})
                  .build());
      connections.push(connection);
      return connection;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no connection to NATS", e);
    }
  }

  /** Ends it as a crash does. */
  void stop() {
    process.destroyForcibly().onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Starts it again where it was. */
  void startAgain() {
    launch(port);
  }

  @Override
  public void close() throws InterruptedException {
    while (!connections.isEmpty()) {
      connections.pop().close();
    }
    stop();
    Runtime.getRuntime().removeShutdownHook(killer);
  }
}
