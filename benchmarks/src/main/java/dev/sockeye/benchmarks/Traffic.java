// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/**
 * Traffic of one kind, from the first connection to the last answer: connect, warm up, measure,
 * stop, wait for what is under way.
 *
 * @param workload makes the traffic; scaled down by the timing in a smoke test
 */
record Traffic(BiFunction<Load, Timing, Workload> workload) {
  private static final int OPENING_MILLIS = 60_000;
  private static final int DRAINING_MILLIS = 10_000;

  /** What connecting, stopping and closing take on top, mostly. */
  private static final Duration AROUND = Duration.ofMillis(400);

  /** A run that is measured too shortly for one answer goes on that long. */
  private static final Duration FIRST_ANSWER = Duration.ofSeconds(10);

  Duration estimate(Timing timing) {
    return timing.warmUp().plus(timing.measured()).plus(AROUND);
  }

  Outcome run(Generator generator, Target server, Timing timing) throws Exception {
    var meter = new Meter();
    Workload traffic = workload.apply(new Load(generator, server, meter), timing);
    try {
      generator.call(() -> run(traffic::open));
      if (!generator
          .await(() -> traffic.isOpen() || meter.failure().isPresent(), OPENING_MILLIS)
          .join()) {
        return new Outcome.Failure(
            "the connections weren't open after " + OPENING_MILLIS / 1000 + " s");
      }
      Optional<String> refused = generator.call(meter::failure);
      if (refused.isPresent()) {
        return new Outcome.Failure(refused.get());
      }
      generator.call(() -> run(traffic::begin));
      warmUp(generator, server, meter, timing.warmUp());
      Outcome outcome = measure(generator, server, meter, timing.measured());
      generator.call(() -> run(traffic::stop));
      return drained(generator, traffic, meter).map(Outcome.class::cast).orElse(outcome);
    } finally {
      generator.call(() -> run(traffic::close));
    }
  }

  /** Waits for what is under way; says what failed, or what never came. */
  private static Optional<Outcome.Failure> drained(
      Generator generator, Workload traffic, Meter meter) throws Exception {
    boolean drained =
        generator
            .await(
                () -> traffic.missing().isEmpty() || meter.failure().isPresent(), DRAINING_MILLIS)
            .join();
    Optional<String> failure = generator.call(meter::failure);
    if (failure.isPresent() || drained) {
      return failure.map(Outcome.Failure::new);
    }
    return Optional.of(
        new Outcome.Failure(
            "missing after " + DRAINING_MILLIS / 1000 + " s: " + generator.call(traffic::missing)));
  }

  /**
   * Loads the server until it has had that much CPU time, or half as much time again has passed: on
   * a busy machine a virtual machine needs longer to compile what it runs.
   */
  private static void warmUp(Generator generator, Target server, Meter meter, Duration time) {
    ProcessAccounting before = ProcessAccounting.of(server.pids());
    Callable<Boolean> warm =
        () ->
            ProcessAccounting.of(server.pids()).since(before) >= time.toNanos()
                || meter.failure().isPresent();
    generator.await(warm, time.toMillis() * 3 / 2).join();
  }

  private static Outcome measure(Generator generator, Target server, Meter meter, Duration measured)
      throws Exception {
    long self = ProcessHandle.current().pid();
    generator.call(() -> run(meter::reset));
    long from = System.nanoTime();
    ProcessAccounting serverBefore = ProcessAccounting.of(server.pids());
    Optional<ProcessAccounting> brokerBefore = server.broker().map(ProcessAccounting::of);
    ProcessAccounting selfBefore = ProcessAccounting.of(self);
    pass(generator, meter, measured);
    if (generator.call(meter::count) == 0) {
      pass(generator, meter, () -> meter.count() > 0, FIRST_ANSWER);
    }
    double serverNanos = ProcessAccounting.of(server.pids()).since(serverBefore);
    Optional<Long> brokerNanos =
        server.broker().map(pid -> ProcessAccounting.of(pid).since(brokerBefore.orElseThrow()));
    double selfNanos = ProcessAccounting.of(self).since(selfBefore);
    double nanos = System.nanoTime() - from;
    long count = generator.call(meter::count);
    if (count == 0) {
      return new Outcome.Failure(
          generator
              .call(meter::failure)
              .orElse("no answer came in " + FIRST_ANSWER.toSeconds() + " s"));
    }
    Histogram latency = generator.call(meter::latency);
    Map<Figure, Double> figures = new HashMap<>();
    figures.put(Figure.CPU, serverNanos / 1000 / count);
    brokerNanos.ifPresent(used -> figures.put(Figure.BROKER_CPU, used / 1e3 / count));
    figures.put(Figure.RATE, count / nanos * TimeUnit.SECONDS.toNanos(1));
    figures.put(Figure.P50, latency.getValueAtPercentile(50) / 1e6);
    figures.put(Figure.P99, latency.getValueAtPercentile(99) / 1e6);
    figures.put(Figure.P999, latency.getValueAtPercentile(99.9) / 1e6);
    figures.put(Figure.RSS, ProcessAccounting.residentBytes(server.pids()) / 1e6);
    figures.put(Figure.SERVER_LOAD, serverNanos / nanos * 100);
    figures.put(Figure.GENERATOR_LOAD, selfNanos / nanos * 100);
    return new Outcome.Sample(figures);
  }

  /** Lets time pass, unless the run has failed already. */
  private static void pass(Generator generator, Meter meter, Duration time) {
    pass(generator, meter, () -> false, time);
  }

  private static void pass(
      Generator generator, Meter meter, BooleanSupplier enough, Duration time) {
    generator
        .await(() -> meter.failure().isPresent() || enough.getAsBoolean(), time.toMillis())
        .join();
  }

  private static boolean run(Runnable task) {
    task.run();
    return true;
  }
}
