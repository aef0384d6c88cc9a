// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./bench client}: Java clients against one Sockeye server, in turn, each in a process of
 * its own on the first core; the server has the second.
 */
final class ClientBench {
  private static final int CONNECTIONS = 50;
  private static final int IN_FLIGHT = 16;
  private static final Duration FIRST_WARM_UP = Duration.ofSeconds(12);
  private static final Duration WARM_UP = Duration.ofSeconds(1);

  /** Opened before the first look at the memory: what a client keeps once isn't a connection's. */
  private static final int FIRST_CONNECTIONS = 20;

  private final Programs programs;
  private final int rounds;
  private final Duration measured;
  private final Map<ClientKind, List<Double>> cpu = new EnumMap<>(ClientKind.class);
  private final Map<ClientKind, List<Double>> rate = new EnumMap<>(ClientKind.class);

  private ClientBench(Programs programs, int rounds, Duration measured) {
    this.programs = programs;
    this.rounds = rounds;
    this.measured = measured;
  }

  /**
   * Prints the tables.
   *
   * @param args the number of rounds and the seconds of each; 5 and 3 if missing
   */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var programs = new Programs(Path.of(System.getProperty("bench.root", ".")), java, java);
    var bench = new ClientBench(programs, rounds, Duration.ofSeconds(seconds));
    System.out.printf(
        "Measured on %s: %s.%n%n",
        LocalDate.now(ZoneOffset.UTC), Machine.here(programs).describe());
    for (ClientKind kind : ClientKind.values()) {
      System.out.println("- `" + kind.title() + "`: " + kind.description());
    }
    System.out.println("\n### Echo\n\n" + bench.echo());
    System.out.println("### Idle\n\n" + bench.idle());
    System.exit(0);
  }

  private ServerProcess server() throws IOException {
    return Contender.SOCKEYE_IO.start(programs, Setting.PLAIN, 1);
  }

  /** 50 connections with 16 events of about 100 bytes in flight each, answered with the same. */
  private MarkdownTable echo() throws Exception {
    Map<ClientKind, ClientProcess> processes = new EnumMap<>(ClientKind.class);
    try (ServerProcess server = server()) {
      for (int round = 0; round < rounds; round++) {
        for (ClientKind kind : ClientKind.values()) {
          ClientProcess process = processes.get(kind);
          if (process == null) {
            process = ClientProcess.start(programs, kind, server.port(), IN_FLIGHT);
            processes.put(kind, process);
            process.call("connect " + CONNECTIONS, "CONNECTED");
          }
          echo(kind, process, round == 0 ? FIRST_WARM_UP : WARM_UP);
        }
      }
    } finally {
      processes.values().forEach(ClientProcess::close);
    }
    var table =
        new MarkdownTable(
            List.of("client", "CPU µs per message", "±", "per second", "of the other's"));
    for (ClientKind kind : ClientKind.values()) {
      double median = median(of(kind, cpu));
      double other = median(of(ClientKind.values()[1 - kind.ordinal()], cpu));
      table.row(
          List.of(
              kind.title(),
              format(median, 2),
              format(spread(of(kind, cpu)) * 100, 0) + " %",
              format(median(of(kind, rate)), 0),
              format(median / other, 2)));
    }
    return table;
  }

  private void echo(ClientKind kind, ClientProcess process, Duration warmUp) throws Exception {
    process.call("go", "GOING");
    TimeUnit.NANOSECONDS.sleep(warmUp.toNanos());
    long count = count(process);
    ProcessAccounting before = ProcessAccounting.of(process.pid());
    long from = System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(measured.toNanos());
    long used = ProcessAccounting.of(process.pid()).since(before);
    double seconds = (System.nanoTime() - from) / 1e9;
    long answered = count(process) - count;
    process.call("stop", "STOPPED");
    if (answered == 0) {
      throw new IOException(kind.title() + " got no answer");
    }
    of(kind, cpu).add(used / 1e3 / answered);
    of(kind, rate).add(answered / seconds);
    System.err.printf(
        "%-24s %.2f µs, %.0f/s%n", kind.title(), used / 1e3 / answered, answered / seconds);
  }

  private static long count(ClientProcess process) throws IOException {
    return Long.parseLong(process.call("count", "COUNT")[1]);
  }

  /** Connections that do nothing. */
  private MarkdownTable idle() throws Exception {
    var table =
        new MarkdownTable(
            List.of("client", "connections", "heap B each", "RSS growth B each", "threads in all"));
    for (ClientKind kind : ClientKind.values()) {
      try (ServerProcess server = server();
          ClientProcess process = ClientProcess.start(programs, kind, server.port(), 1)) {
        process.call("connect " + FIRST_CONNECTIONS, "CONNECTED");
        long heap = memory(process)[0];
        long resident = ProcessAccounting.residentBytes(process.pid());
        int count = kind.idleConnections();
        process.call("connect " + count, "CONNECTED");
        long[] after = memory(process);
        table.row(
            List.of(
                kind.title(),
                Integer.toString(count),
                format((double) (after[0] - heap) / count, 0),
                format(
                    (double) (ProcessAccounting.residentBytes(process.pid()) - resident) / count,
                    0),
                Long.toString(after[1])));
      }
    }
    return table;
  }

  /** The heap in use after a collection, and the number of threads. */
  private static long[] memory(ClientProcess process) throws Exception {
    TimeUnit.SECONDS.sleep(1); // lets go of what connecting needed
    String[] words = process.call("gc", "MEMORY");
    return new long[] {Long.parseLong(words[1]), Long.parseLong(words[2])};
  }

  private static List<Double> of(ClientKind kind, Map<ClientKind, List<Double>> figures) {
    return figures.computeIfAbsent(kind, any -> new ArrayList<>());
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Half the way from the least to the greatest, as a part of the median. */
  private static double spread(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    return (sorted[sorted.length - 1] - sorted[0]) / 2 / median(values);
  }

  private static String format(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
