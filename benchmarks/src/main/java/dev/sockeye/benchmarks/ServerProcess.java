// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own, driven as {@link ServerControl} says. It never outlives this
 * one.
 */
final class ServerProcess implements Target {
  private final Process process;
  private final BufferedReader out;
  private final Writer in;
  private final Setting setting;
  private final int port;

  private ServerProcess(Process process, Setting setting, Path log) throws IOException {
    this.process = process;
    this.setting = setting;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null || !line.startsWith("PORT ")) {
      process.destroyForcibly();
      throw new IOException("the server didn't start: it says «" + line + "»; see " + log);
    }
    this.port = Integer.parseInt(line.substring(5));
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param log takes what the server writes to its standard error
   */
  static ServerProcess start(List<String> command, Setting setting, Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    File errors = log.toFile();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(errors)).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new ServerProcess(process, setting, log);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public List<Long> pids() {
    return List.of(process.pid());
  }

  @Override
  public Setting setting() {
    return setting;
  }

  @Override
  public Memory memory() throws IOException {
    in.write("gc\n");
    in.flush();
    String line = out.readLine();
    if (line == null || !line.startsWith("MEMORY ")) {
      throw new IOException("the server says «" + line + "» when asked for its memory");
    }
    String[] fields = line.split(" ", -1);
    return new Memory(Long.parseLong(fields[1]), Long.parseLong(fields[2]));
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
