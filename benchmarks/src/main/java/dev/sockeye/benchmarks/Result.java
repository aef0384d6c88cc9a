// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All rounds of one scenario against one server. */
final class Result {
  private final Contender server;
  private final List<Outcome.Sample> samples = new ArrayList<>();
  private Optional<String> failure = Optional.empty();

  Result(Contender server) {
    this.server = server;
  }

  Contender server() {
    return server;
  }

  /** A wrong or missing answer in one round fails the server in this scenario. */
  void add(Outcome outcome) {
    if (outcome instanceof Outcome.Sample sample) {
      samples.add(sample);
    } else if (outcome instanceof Outcome.Failure failed && failure.isEmpty()) {
      failure = Optional.of(failed.reason());
    }
  }

  Optional<String> failure() {
    return failure;
  }

  boolean succeeded() {
    return failure.isEmpty() && !samples.isEmpty();
  }

  double median(Figure figure) {
    double[] values = values(figure);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  /** Half the way from the least to the greatest value, as a part of the median. */
  double spread(Figure figure) {
    double[] values = values(figure);
    return (values[values.length - 1] - values[0]) / 2 / median(figure);
  }

  double[] values(Figure figure) {
    return samples.stream().mapToDouble(sample -> sample.of(figure)).sorted().toArray();
  }

  boolean generatorBound() {
    return succeeded()
        && samples.stream().filter(Outcome.Sample::generatorBound).count() * 2 > samples.size();
  }
}
