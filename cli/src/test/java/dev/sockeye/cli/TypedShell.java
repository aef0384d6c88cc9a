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
import java.io.Writer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A command that runs while the test types: for what is typed because of what was shown. */
final class TypedShell implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final PipedWriter keyboard = new PipedWriter();
  private final Screen screen = new Screen();
  private final StringWriter err = new StringWriter();
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final CompletableFuture<Integer> exitCode;

  private TypedShell(String... args) {
    try {
      Console console =
          new Console(
              new BufferedReader(new PipedReader(keyboard)),
              new PrintWriter(screen, true),
              new PrintWriter(err, true),
              false,
              false,
              stopped);
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
  void awaitLine(String expected) throws InterruptedException {
    while (!nextLine().equals(expected)) {
      // Something else was shown before.
    }
  }

  /** Reads the next line that is shown. */
  String nextLine() throws InterruptedException {
    String line = screen.lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("nothing more is shown; in vain: " + err());
    }
    return line;
  }

  /** Presses Ctrl-C. */
  void stop() {
    stopped.complete(null);
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

  /**
   * Cuts into lines what is printed. A pipe won't do: it breaks as soon as the thread that printed
   * last has ended, and listeners may run on a thread each.
   */
  private static final class Screen extends Writer {
    final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final StringBuilder line = new StringBuilder();

    @Override
    public void write(char[] text, int start, int length) {
      synchronized (lock) {
        for (int i = start; i < start + length; i++) {
          if (text[i] == '\n') {
            lines.add(line.toString());
            line.setLength(0);
          } else {
            line.append(text[i]);
          }
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
