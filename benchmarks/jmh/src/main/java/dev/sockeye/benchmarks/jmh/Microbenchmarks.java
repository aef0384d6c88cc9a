// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks.jmh;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@code ./bench jmh [pattern]}: runs what matches and prints one table. */
final class Microbenchmarks {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Microbenchmarks() {}

  public static void main(String[] arguments) throws RunnerException {
    String pattern = arguments.length == 0 ? "." : arguments[0];
    var options =
        new OptionsBuilder()
            .include(pattern)
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(1)
            .warmupIterations(5)
            .warmupTime(TimeValue.milliseconds(700))
            .measurementIterations(5)
            .measurementTime(TimeValue.milliseconds(700))
            .jvmArgsAppend("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC")
            .addProfiler(GCProfiler.class)
            .build();
    System.out.println("\n" + table(new Runner(options).run()));
  }

  static String table(Collection<RunResult> results) {
    var text = new StringBuilder();
    line(text, "benchmark", "ns/op", "±", "B/op");
    line(text, ":" + "-".repeat(35), "-".repeat(9) + ":", "-".repeat(6) + ":", "-".repeat(9) + ":");
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
      line(
          text,
          name(result.getParams().getBenchmark()),
          number("%,.1f", time.getScore()),
          number("%.0f %%", time.getScoreError() / time.getScore() * 100),
          allocated == null ? "?" : number("%,.0f", allocated.getScore()));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String time, String error, String b) {
    text.append(
        String.format(Locale.ROOT, "| %-36s | %10s | %7s | %10s |%n", name, time, error, b));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** The class and the method, without the package. */
  private static String name(String benchmark) {
    int method = benchmark.lastIndexOf('.');
    return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
  }
}
