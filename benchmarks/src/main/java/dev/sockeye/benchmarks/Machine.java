// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What the benchmark runs on.
 *
 * @param java of the servers
 * @param newestJava of the server that runs once more, on the newest
 * @param openFiles how many files a process may have open: each connection is one
 */
record Machine(
    int cores,
    String model,
    String kernel,
    String java,
    String newestJava,
    String node,
    int openFiles) {
  static Machine here(Programs programs) throws IOException, InterruptedException {
    String model =
        Files.readString(Path.of("/proc/cpuinfo"))
            .lines()
            .filter(line -> line.startsWith("model name"))
            .findFirst()
            .orElse(": unknown processor");
    String limit =
        Files.readString(Path.of("/proc/self/limits"))
            .lines()
            .filter(line -> line.startsWith("Max open files"))
            .findFirst()
            .orElseThrow();
    String soft = limit.split(" {2,}", -1)[1];
    return new Machine(
        (int)
            Files.readString(Path.of("/proc/cpuinfo"))
                .lines()
                .filter(line -> line.startsWith("processor"))
                .count(),
        model.substring(model.indexOf(':') + 1).strip(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        firstLine(programs.java(), "-version"),
        firstLine(programs.newestJava(), "-version"),
        firstLine("node", "--version"),
        soft.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(soft));
  }

  String describe() {
    String javas = java.equals(newestJava) ? java : java + " and " + newestJava;
    return cores + " × " + model + ", " + kernel + ", " + javas + ", Node.js " + node;
  }

  private static String firstLine(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(10, TimeUnit.SECONDS);
    return output.lines().findFirst().orElse("unknown");
  }
}
