// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results of one scenario, server by server, and what follows from them. */
record Comparison(Scenario scenario, List<Result> results) {
  Comparison {
    results = List.copyOf(results);
  }

  Figure mainFigure() {
    return scenario.figures().get(0);
  }

  /**
   * Sockeye's main figure, listeners on the I/O thread, divided by that server's: below 1 where
   * Sockeye is cheaper.
   */
  Optional<Double> sockeyeTo(Result other) {
    return ratio(Contender.SOCKEYE_IO, other);
  }

  private Optional<Double> ratio(Contender sockeye, Result other) {
    return of(sockeye)
        .filter(result -> other.succeeded())
        .map(result -> result.median(mainFigure()) / other.median(mainFigure()));
  }

  Optional<Result> bestPeer() {
    return results.stream()
        .filter(result -> result.server().isPeer() && result.succeeded())
        .min(Comparator.comparingDouble(result -> result.median(mainFigure())));
  }

  /** Says of each bar whether it is met, as far as those were measured that it compares. */
  List<Verdict> verdicts() {
    var verdicts = new ArrayList<Verdict>();
    Bars bars = scenario.summary().bars();
    bestPeer()
        .ifPresent(
            peer -> {
              String name = " of the best peer, " + peer.server().title();
              verdict(Contender.SOCKEYE_IO, name, peer, bars.ofBestPeer(), verdicts);
              verdict(Contender.SOCKEYE, name, peer, Bars.OF_BEST_PEER_BY_DEFAULT, verdicts);
            });
    of(Contender.LIMIT)
        .ifPresent(
            limit ->
                verdict(Contender.SOCKEYE_IO, " of the limit", limit, bars.ofLimit(), verdicts));
    of(Contender.SOCKEYE_IO).ifPresent(sockeye -> absolute(sockeye, bars.absolute(), verdicts));
    return verdicts;
  }

  private void verdict(
      Contender sockeye, String whom, Result other, double bar, List<Verdict> verdicts) {
    if (!Double.isNaN(bar)) {
      ratio(sockeye, other)
          .map(ratio -> Verdict.ratio(sockeye.title() + whom, ratio, bar))
          .ifPresent(verdicts::add);
    }
  }

  private void absolute(Result sockeye, Map<Figure, Double> bars, List<Verdict> verdicts) {
    for (Figure figure : scenario.figures()) {
      Double bar = bars.get(figure);
      if (bar != null) {
        verdicts.add(Verdict.figure(figure, sockeye.median(figure), bar));
      }
    }
  }

  private Optional<Result> of(Contender server) {
    return results.stream()
        .filter(result -> result.server() == server && result.succeeded())
        .findFirst();
  }
}
