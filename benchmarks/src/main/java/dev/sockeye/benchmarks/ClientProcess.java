// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Clients of one kind in a process of its own, driven as {@link ClientControl} says. It never
 * outlives this one.
 */
final class ClientProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final Writer in;

  private ClientProcess(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts the process, on the first core.
   *
   * @param port where the server listens
   * @param inFlight how many events of a client are on their way at a time
   */
  static ClientProcess start(Programs programs, ClientKind kind, int port, int inFlight)
      throws IOException {
    Path module = programs.root().resolve("benchmarks");
    Path log = module.resolve("target/logs/" + kind.title() + ".log");
    Files.createDirectories(log.toAbsolutePath().getParent());
    var command = new ArrayList<>(List.of("taskset", "-c", "0", programs.java()));
    command.addAll(Contender.JVM_OPTIONS);
    command.addAll(List.of("-Xss512k", "-cp", Contender.classPath(module), kind.main().getName()));
    command.addAll(List.of(Integer.toString(port), Integer.toString(inFlight)));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new ClientProcess(process);
  }

  /**
   * Gives a command and returns the words of the answer.
   *
   * @throws IOException if the clients failed, or are gone
   */
  String[] call(String command, String expected) throws IOException {
    in.write(command + "\n");
    in.flush();
    String line = out.readLine();
    if (line == null || !line.startsWith(expected)) {
      throw new IOException("asked to «" + command + "», the clients say «" + line + "»");
    }
    return line.split(" ", -1);
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
