// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A peer of somebody else's, run as a process: a script that says what it finds, and how it ends.
 */
final class PeerProcess {
  private static final Path HOME = Path.of(System.getProperty("basedir", "."));
  private static final int PATIENCE_SECONDS = 180;

  private PeerProcess() {}

  /** A script of {@code interop/node}, with the official packages. */
  static ProcessBuilder node(String script, String... arguments) {
    if (!Files.isDirectory(HOME.resolve("node/node_modules"))) {
      throw new AssertionError(
          "the npm packages of interop/node are missing: run ./check, which installs them");
    }
    return command("node", "node", script, arguments);
  }

  /** A script of {@code interop/python}, with Debian's Python and its packages. */
  static ProcessBuilder python(String script, String... arguments) {
    if (!Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/socketio"))) {
      throw new AssertionError(
          "Debian's python3-socketio is missing: run ./check, which installs it");
    }
    return command("python", "/usr/bin/python3", script, arguments);
  }

  private static ProcessBuilder command(
      String folder, String program, String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program, script));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(HOME.resolve(folder).toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** Lets a script play to its end, and shows what it said if it was not content. */
  static void assertContent(ProcessBuilder command) {
    try {
      Path output = Files.createTempFile("peer", ".txt");
      Process process = command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      try {
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(ended && process.exitValue() == 0)
            .as("%s\n%s", command.command(), Files.readString(output, StandardCharsets.UTF_8))
            .isTrue();
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while a peer was playing", e);
    }
  }
}
