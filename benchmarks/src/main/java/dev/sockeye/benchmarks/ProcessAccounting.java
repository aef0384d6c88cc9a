// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the kernel says that a process has used so far (Linux, {@code /proc}).
 *
 * @param ticks user and system time of the process, in nanoseconds, of a coarse clock: all threads,
 *     those that have ended too
 * @param threads the time that each living thread ran, in nanoseconds, of a fine clock
 */
record ProcessAccounting(long ticks, Map<String, Long> threads) {
  /** Linux counts user and system time in hundredths of a second. */
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);

  /** That of several processes together. */
  static ProcessAccounting of(Collection<Long> pids) {
    long ticks = 0;
    var threads = new HashMap<String, Long>();
    for (long pid : pids) {
      ProcessAccounting one = of(pid);
      ticks += one.ticks;
      threads.putAll(one.threads);
    }
    return new ProcessAccounting(ticks, threads);
  }

  static ProcessAccounting of(long pid) {
    Path process = Path.of("/proc/" + pid);
    String stat = read(process.resolve("stat"));
    // The name, in parentheses, may hold anything; utime and stime are the 12th and 13th field
    // after it.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return new ProcessAccounting(
        (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK,
        threads(process.resolve("task")));
  }

  private static Map<String, Long> threads(Path tasks) {
    var threads = new HashMap<String, Long>();
    for (Path task : children(tasks)) {
      try {
        String schedstat = Files.readString(task.resolve("schedstat"));
        threads.put(
            task.getFileName().toString(),
            Long.parseLong(schedstat.substring(0, schedstat.indexOf(' '))));
      } catch (NoSuchFileException e) {
        // The thread has ended since the list was read.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return threads;
  }

  /**
   * The CPU time used since an earlier look, in nanoseconds: the fine clock, unless threads that it
   * forgot have ended.
   */
  long since(ProcessAccounting earlier) {
    long fine = 0;
    for (var thread : threads.entrySet()) {
      fine += thread.getValue() - earlier.threads.getOrDefault(thread.getKey(), 0L);
    }
    long coarse = ticks - earlier.ticks;
    return coarse - fine > 4 * TICK ? coarse : fine;
  }

  /** The resident sets of several processes together, in bytes. */
  static long residentBytes(Collection<Long> pids) {
    return pids.stream().mapToLong(ProcessAccounting::residentBytes).sum();
  }

  /** The resident set of a process, in bytes. */
  static long residentBytes(long pid) {
    return read(Path.of("/proc/" + pid + "/status"))
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the server's process has ended", e);
    }
  }
}
