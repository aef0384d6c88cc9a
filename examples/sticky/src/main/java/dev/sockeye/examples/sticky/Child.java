// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A program that this one has started, and what it says. Safe for use from several threads. */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name;
  private final Process process;

  /** Guarded by itself, and notified of each line and of the end. */
  private final List<String> lines = new ArrayList<>();

  /** Whether there will be no more lines; guarded by the lines. */
  private boolean ended;

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /**
   * Starts a program.
   *
   * @param log gets each line that the program writes, with its name in front
   * @throws IllegalStateException if there is no such program
   */
  static Child start(String name, ProcessBuilder command, Consumer<String> log) {
    try {
      Child child = new Child(name, command.redirectErrorStream(true).start());
      Thread reader = new Thread(() -> child.read(log), "output of " + name);
      reader.setDaemon(true);
      reader.start();
      return child;
    } catch (IOException e) {
      throw new IllegalStateException(
          "could not start " + name + ": is " + command.command().get(0) + " installed?", e);
    }
  }

  private void read(Consumer<String> log) {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        log.accept(name + ": " + line);
        add(line);
      }
    } catch (IOException e) {
      log.accept(name + ": " + e);
    } finally {
      end();
    }
  }

  private void add(String line) {
    synchronized (lines) {
      lines.add(line);
      lines.notifyAll();
    }
  }

  private void end() {
    synchronized (lines) {
      ended = true;
      lines.notifyAll();
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** How many lines there are by now: where to begin to look for the next. */
  int said() {
    synchronized (lines) {
      return lines.size();
    }
  }

  /**
   * Waits for a line.
   *
   * @param from the number of lines to be passed over
   * @throws IllegalStateException if it doesn't come
   */
  String await(int from, Predicate<String> wanted) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    synchronized (lines) {
      for (int next = from; ; next++) {
        while (next >= lines.size()) {
          awaitMore(deadline);
        }
        if (wanted.test(lines.get(next))) {
          return lines.get(next);
        }
      }
    }
  }

  /** Holding the lock of the lines, which are all read. */
  private void awaitMore(long deadline) {
    long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (ended || millis <= 0) {
      throw new IllegalStateException(
          name + (ended ? " has ended:\n" : " keeps silent:\n") + String.join("\n", lines));
    }
    try {
      lines.wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }

  void awaitEnd() {
    process.onExit().join();
  }

  /** Ends the program without a warning, as a crash does. */
  void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /** Tells the program to end, and waits until it has; one that takes too long is killed. */
  @Override
  public void close() {
    // Not the process itself: that would close what is still to be read.
    process.toHandle().destroy();
    process
        .onExit()
        .completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .thenRun(() -> process.toHandle().destroyForcibly())
        .join();
    awaitEnd();
  }
}
