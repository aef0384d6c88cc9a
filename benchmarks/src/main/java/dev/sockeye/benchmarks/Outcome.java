// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.Map;
import java.util.stream.Collectors;

/** What came of one run of a scenario against one server. */
sealed interface Outcome {
  /** A run in which all answers came and were right. */
  record Sample(Map<Figure, Double> figures) implements Outcome {
    public Sample {
      figures = Map.copyOf(figures);
    }

    double of(Figure figure) {
      return figures.getOrDefault(figure, Double.NaN);
    }

    /** Whether the load generator was busier than it could be, and the server wasn't. */
    boolean generatorBound() {
      return of(Figure.GENERATOR_LOAD) > 95 && of(Figure.SERVER_LOAD) < 90;
    }

    /** The figures in one line: how a round went. */
    @Override
    public String toString() {
      return figures.entrySet().stream()
          .map(each -> each.getKey().title() + " " + each.getKey().format(each.getValue()))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }

  /** A run with a wrong or missing answer, or none at all. */
  record Failure(String reason) implements Outcome {}
}
