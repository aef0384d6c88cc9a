// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs commands as a shell does, within the test. */
final class Shell {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final String input;
  private final Console console;

  private Shell(String input, boolean colour) {
    this.input = input;
    console =
        new Console(
            new BufferedReader(new StringReader(input)),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            colour,
            false,
            new CompletableFuture<>());
  }

  static Shell shell() {
    return new Shell("", false);
  }

  /** What is typed, line by line. */
  static Shell typing(String... lines) {
    return new Shell(String.join("\n", lines) + "\n", false);
  }

  /** The same in a terminal with colours, before anything is run. */
  Shell inColour() {
    return new Shell(input, true);
  }

  int run(String... args) {
    return Sockeye.run(console, args);
  }

  Console console() {
    return console;
  }

  /** The lines of standard output. */
  List<String> out() {
    return out.toString().lines().toList();
  }

  /** The lines of standard error. */
  List<String> err() {
    return err.toString().lines().toList();
  }
}
