// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The one jar runs by itself: once it is packaged, and so after the other tests. */
class PackagedJarIT {
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroy);
  }

  @Test
  void oneProcessServesAndAnotherTalksWithIt() throws IOException {
    String listening = start("serve", "--port", "0").inputReader(UTF_8).readLine();
    String url = listening.replaceFirst(".*(http://localhost:\\d+).*", "$1");
    assertThat(start("emit", url, "echo", "hello", "--ack").inputReader(UTF_8).readLine())
        .isEqualTo("[\"hello\"]");
  }

  @Test
  void itKnowsItsVersion() throws IOException {
    assertThat(start("--version").inputReader(UTF_8).readLine())
        .matches("sockeye \\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void browsersFindTheirClientInIt() throws IOException {
    String listening = start("serve", "--port", "0").inputReader(UTF_8).readLine();
    String url = listening.replaceFirst(".*(http://localhost:\\d+).*", "$1");
    try (InputStream file = URI.create(url + "/socket.io/socket.io.js").toURL().openStream()) {
      assertThat(new String(file.readNBytes(60), UTF_8)).contains("Socket.IO");
    }
  }

  @Test
  void aTerminalHasColoursUnlessItsUserSaysNo() throws IOException {
    String misuse = String.join(" ", command("emit"));
    assertThat(shownInTerminal("NO_COLOR= " + misuse)).startsWith("\u001b[31msockeye: ");
    assertThat(shownInTerminal("NO_COLOR=1 " + misuse)).startsWith("sockeye: ");
  }

  /** Runs a line of the shell in a terminal, to its end. */
  private String shownInTerminal(String line) throws IOException {
    Process process = start(List.of("script", "-qec", "TERM=xterm " + line, "/dev/null"));
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  private Process start(String... args) {
    return start(command(args));
  }

  private static List<String> command(String... args) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-jar", System.getProperty("sockeye.jar")));
    command.addAll(List.of(args));
    return command;
  }

  private Process start(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      started.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
