// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Scripts of {@code interop/node}, run by Node.js with the official packages. */
final class NodePeer {
  private static final Path HOME = Path.of(System.getProperty("basedir", "."), "node");

  private NodePeer() {}

  /** The command that runs a script; its errors go to the test's own. */
  static ProcessBuilder command(String script, String... arguments) {
    if (!Files.isDirectory(HOME.resolve("node_modules"))) {
      throw new AssertionError(
          "the npm packages of interop/node are missing: run ./check, which installs them");
    }
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(HOME.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
