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
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Debian's PostgreSQL with a data folder of its own, started once for all tests of this JVM and
 * killed with it. Tests get a database each.
 */
public final class PostgresServer {
  /** Whoever connects as this may do everything, without a password. */
  public static final String USER = "sockeye";

  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

  // Below the ports that outgoing connections take, so that a restart finds its own still free.
  private static final int LOWEST_PORT = 15_000;
  private static final int HIGHEST_PORT = 32_000;

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path folder;
  private final int port = freePort();

  /** Null before the first start. Guarded by this. */
  private @Nullable Process process;

  private PostgresServer() throws IOException {
    if (!Files.isExecutable(PROGRAMS.resolve("postgres"))) {
      throw new AssertionError("Debian's postgresql-15 is missing: run ./check, which installs it");
    }
    folder = Files.createTempDirectory("sockeye-postgres");
    Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
    run("chown", account() + ":", folder.toString());
    run(
        asAccount(
            PROGRAMS.resolve("initdb").toString(),
            "--pgdata=" + folder.resolve("data"),
            "--username=" + USER,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync"));
    start();
  }

  private static final class Shared {
    static final PostgresServer SERVER = create();

    private static PostgresServer create() {
      try {
        return new PostgresServer();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not start", e);
      }
    }
  }

  /** The server of this JVM, running. */
  public static PostgresServer shared() {
    return Shared.SERVER;
  }

  /** Makes an empty database, and says its name. */
  public String createDatabase() {
    String name = "test" + DATABASES.incrementAndGet();
    run(
        PROGRAMS.resolve("createdb").toString(),
        "--host=127.0.0.1",
        "--port=" + port,
        "--username=" + USER,
        name);
    return name;
  }

  /** Where it listens, on 127.0.0.1; the same after a restart. */
  public int port() {
    return port;
  }

  /** Ends it as an operator does: connections are told and closed. */
  public synchronized void stop() {
    Process running = running();
    signal("INT", postmaster());
    running.onExit().join();
  }

  /** Ends it and starts it again. */
  public void restart() throws IOException {
    stop();
    start();
  }

  /** Starts it again after {@link #stop}, on the same port with the same data. */
  public synchronized void start() throws IOException {
    process =
        new ProcessBuilder(
                asAccount(
                    PROGRAMS.resolve("postgres").toString(),
                    "-D" + folder.resolve("data"),
                    "-k" + folder,
                    "-p" + port,
                    "-clisten_addresses=127.0.0.1",
                    "-cfsync=off",
                    "-clog_min_messages=log",
                    "-cmax_connections=200"))
            .redirectErrorStream(true)
            .start();
    // This level and those above it are few lines.
    BufferedReader log = running().inputReader();
    for (String line = log.readLine(); ; line = log.readLine()) {
      if (line == null) {
        throw new IOException("postgres ended while it was starting");
      }
      if (line.contains("database system is ready to accept connections")) {
        break;
      }
    }
    Thread drain = new Thread(() -> log.lines().forEach(line -> {}), "postgres-log");
    drain.setDaemon(true);
    drain.start();
  }

  /** Stops its processes where they are: it says nothing and closes nothing. */
  public synchronized void freeze() {
    // First the postmaster: while it stands still, none of the others is started or cleared away.
    signal("STOP", postmaster());
    signal("STOP", running().descendants());
  }

  /** Lets its processes go on. */
  public synchronized void resume() {
    signal("CONT", running().descendants());
    signal("CONT", postmaster());
  }

  private Stream<ProcessHandle> postmaster() {
    return Stream.of(running().toHandle());
  }

  private Process running() {
    return Objects.requireNonNull(process, "not started");
  }

  private synchronized void remove() {
    if (process != null && process.isAlive()) {
      freeze();
      signal("KILL", running().descendants());
      signal("KILL", postmaster());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void signal(String name, Stream<ProcessHandle> processes) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(handle -> command.add(Long.toString(handle.pid())));
    run(command.toArray(String[]::new));
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** PostgreSQL refuses to run as root. */
  private static String account() {
    return isRoot() ? "postgres" : System.getProperty("user.name");
  }

  private static String[] asAccount(String... command) {
    if (!isRoot()) {
      return command;
    }
    List<String> changed =
        new ArrayList<>(
            List.of("setpriv", "--reuid=" + account(), "--regid=" + account(), "--init-groups"));
    changed.addAll(List.of(command));
    return changed.toArray(String[]::new);
  }

  private static void run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while running " + command[0], e);
    }
  }

  private static int freePort() {
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
}
