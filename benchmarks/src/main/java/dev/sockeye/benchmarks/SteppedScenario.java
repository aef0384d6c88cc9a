// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Traffic of several kinds in turn, to see what the last costs more than the first: more clients,
 * or one that doesn't read. Every round has each of the steps, so that what the machine does beside
 * them hits all alike.
 *
 * @param columns the figures of each step; the first one is divided
 */
record SteppedScenario(Summary summary, List<Step> steps, List<Figure> columns)
    implements Scenario {
  /** Lets the server close the connections of one step before the next begins. */
  private static final int BETWEEN_MILLIS = 300;

  /** What a step takes on top, with its connections, by the thousand mostly. */
  private static final int AROUND_MILLIS = 1000;

  SteppedScenario {
    steps = List.copyOf(steps);
    columns = List.copyOf(columns);
  }

  /** What the last step costs, divided by what the first one does. */
  static Figure growth(String first, String last) {
    return new Figure("CPU, " + last + " ÷ " + first, 2);
  }

  Figure growth() {
    return growth(first().label(), last().label());
  }

  private Step first() {
    return steps.get(0);
  }

  private Step last() {
    return steps.get(steps.size() - 1);
  }

  @Override
  public List<Figure> figures() {
    var figures = new ArrayList<Figure>();
    for (Figure column : columns) {
      figures.add(column.in(last().label()));
      steps.subList(0, steps.size() - 1).forEach(step -> figures.add(column.in(step.label())));
    }
    figures.add(1, growth());
    return figures;
  }

  @Override
  public Duration estimate(Timing timing) {
    return steps.stream()
        .map(step -> step.traffic().estimate(timing).plusMillis(AROUND_MILLIS))
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public Outcome run(Generator generator, Target server, Timing timing) throws Exception {
    Map<Figure, Double> figures = new HashMap<>();
    for (Step step : steps) {
      Outcome outcome = step.traffic().run(generator, server, timing);
      if (!(outcome instanceof Outcome.Sample sample)) {
        return outcome;
      }
      columns.forEach(column -> figures.put(column.in(step.label()), sample.of(column)));
      if (sample.generatorBound() || step.equals(last())) {
        figures.putIfAbsent(Figure.GENERATOR_LOAD, sample.of(Figure.GENERATOR_LOAD));
        figures.putIfAbsent(Figure.SERVER_LOAD, sample.of(Figure.SERVER_LOAD));
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
    }
    var measured = new Outcome.Sample(figures);
    Figure divided = columns.get(0);
    figures.put(
        growth(),
        measured.of(divided.in(last().label())) / measured.of(divided.in(first().label())));
    return new Outcome.Sample(figures);
  }
}
