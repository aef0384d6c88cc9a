// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Redis server of this machine, run for a test on a free port with a data folder of its own: it
 * can be stopped and started again with its data, frozen, and made to drop its connections. It ends
 * with {@link #close}, or with this JVM at the latest.
 *
 * <p>Needs Debian's {@code redis-server}, which {@code ./check} installs. For one thread.
 */
public final class RedisServer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;
  private static final int ATTEMPTS = 20;

  // Below the ports that outgoing connections take, so that a server that is started again finds
  // its own still free; and so that of the cluster's bus, which is 10,000 higher.
  private static final int LOWEST_PORT = 15_000;
  private static final int HIGHEST_PORT = 22_000;

  private final int port;
  private final Path folder;
  private final List<String> options;
  private final Thread killer = new Thread(this::kill, "end of a Redis server");

  /** Null while it is stopped. Written by the test's thread. */
  private volatile @Nullable Process process;

  private RedisServer(int port, Path folder, List<String> options) {
    this.port = port;
    this.folder = folder;
    this.options = options;
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /**
   * Starts a server.
   *
   * @param options more of its options, such as {@code --maxmemory 1mb}, name and values apart
   */
  public static RedisServer start(String... options) {
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Path folder = Files.createTempDirectory("redis");
        RedisServer server = new RedisServer(freePort(), folder, List.of(options));
        if (server.launch()) {
          return server;
        }
        server.close(); // somebody else was faster to take the port
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("no Redis server starts here: see its output above");
  }

  private static int freePort() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
      try (ServerSocket probe = new ServerSocket()) {
        probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return port;
      } catch (IOException e) {
        // taken: the next one
      }
    }
  }

  /** Starts it again, with its data, after {@link #stop}. */
  public void startAgain() {
    if (!launch()) {
      throw new AssertionError("the Redis server on port " + port + " doesn't start again");
    }
  }

  private boolean launch() {
    try {
      Process started = new ProcessBuilder(command()).redirectErrorStream(true).start();
      process = started;
      CompletableFuture<Boolean> ready = new CompletableFuture<>();
      Thread reader = new Thread(() -> read(started.inputReader(UTF_8), ready), "Redis output");
      reader.setDaemon(true);
      reader.start();
      return ready.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (IOException e) {
      throw new AssertionError("redis-server is missing: run ./check, which installs it", e);
    }
  }

  private List<String> command() {
    List<String> command =
        new ArrayList<>(
            List.of("redis-server", "--port", "" + port, "--bind", "127.0.0.1", "--dir"));
    command.add(folder.toString());
    command.addAll(List.of("--save", "", "--appendonly", "yes", "--appendfsync", "no"));
    command.addAll(options);
    return command;
  }

  private static void read(BufferedReader output, CompletableFuture<Boolean> ready) {
    List<String> said = new ArrayList<>();
    try (output) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.contains("Ready to accept connections")) {
          ready.complete(true);
        } else if (!ready.isDone()) {
          said.add(line);
        }
      }
    } catch (IOException e) {
      // it was killed
    }
    if (ready.complete(false)) {
      said.forEach(System.err::println);
    }
  }

  /** The port on which it listens at 127.0.0.1. */
  public int port() {
    return port;
  }

  /** Its address, such as {@code redis://127.0.0.1:17000}. */
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** The id of its process. */
  public long pid() {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException("the Redis server is stopped");
    }
    return running.pid();
  }

  /** Ends the process at once; {@link #startAgain} brings it back. */
  public void stop() {
    kill();
    process = null;
  }

  /** Stops and starts it. */
  public void restart() {
    stop();
    startAgain();
  }

  /** Lets it do nothing, as a machine without a CPU to spare, until {@link #resume}. */
  public void freeze() {
    signal("STOP");
  }

  /** Lets it go on. */
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    Process running = process;
    if (running != null) {
      run(List.of("kill", "-" + name, "" + running.pid()));
    }
  }

  /**
   * Asks it something.
   *
   * @return the lines of its answer, as {@code redis-cli} prints them
   */
  public List<String> cli(String... command) {
    List<String> all = new ArrayList<>(List.of("redis-cli", "-p", "" + port));
    all.addAll(List.of(command));
    return run(all);
  }

  /** Drops the connections of a kind: {@code normal} or {@code pubsub}. */
  public void cut(String kind) {
    cli("CLIENT", "KILL", "TYPE", kind);
  }

  static List<String> run(List<String> command) {
    try {
      Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
      program.getOutputStream().close();
      List<String> lines;
      try (BufferedReader output = program.inputReader(UTF_8)) {
        lines = output.lines().toList();
      }
      if (program.waitFor() != 0) {
        throw new AssertionError(command + " failed: " + lines);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + command, e);
    }
  }

  private void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException e) {
      // the JVM is ending, and this is the hook
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
