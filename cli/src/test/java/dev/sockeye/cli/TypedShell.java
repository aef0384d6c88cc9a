// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command that runs while the test types: for what is typed because of what was shown. */
final class TypedShell implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final PipedWriter keyboard = new PipedWriter();
  private final BufferedReader screen;
  private final StringWriter err = new StringWriter();
  private final CompletableFuture<Integer> exitCode;

  private TypedShell(String... args) {
    try {
      PipedWriter out = new PipedWriter();
      screen = new BufferedReader(new PipedReader(out, 1 << 16));
      Console console =
          new Console(
              new BufferedReader(new PipedReader(keyboard)),
              new PrintWriter(out, true),
              new PrintWriter(err, true),
              false,
              false,
              new CompletableFuture<>());
      exitCode =
          CompletableFuture.supplyAsync(
              () -> Sockeye.run(console, args), task -> new Thread(task, "a shell").start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TypedShell begin(String... args) {
    return new TypedShell(args);
  }

  void type(String line) {
    try {
      keyboard.write(line + "\n");
      keyboard.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what is shown up to a line. */
  void awaitLine(String expected) {
    try {
      String line = screen.readLine();
      while (!expected.equals(line)) {
        line = screen.readLine();
      }
    } catch (IOException e) {
      throw new AssertionError("it was not shown: " + expected, e);
    }
  }

  /** The lines of standard error, so far. */
  List<String> err() {
    return err.toString().lines().toList();
  }

  /** Nothing more is typed; waits for the end of the command. */
  @Override
  public void close() {
    try {
      keyboard.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int unused = exitCode.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
