// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
    return of(Contender.SOCKEYE_IO)
        .filter(sockeye -> other.succeeded())
        .map(sockeye -> sockeye.median(mainFigure()) / other.median(mainFigure()));
  }

  /** Says of each bar whether it is met. */
  List<String> verdicts() {
    var verdicts = new ArrayList<String>();
    Bars bars = scenario.bars();
    Optional<Result> bestPeer =
        results.stream()
            .filter(result -> result.server().isPeer() && result.succeeded())
            .min(Comparator.comparingDouble(result -> result.median(mainFigure())));
    bestPeer.ifPresent(
        peer ->
            ratio(peer, bars.ofBestPeer(), "the best peer, " + peer.server().title(), verdicts));
    of(Contender.LIMIT).ifPresent(limit -> ratio(limit, bars.ofLimit(), "the limit", verdicts));
    of(Contender.SOCKEYE_IO)
        .ifPresent(
            sockeye ->
                scenario.figures().stream()
                    .filter(bars.absolute()::containsKey)
                    .forEach(
                        figure ->
                            absolute(
                                sockeye,
                                figure,
                                bars.absolute().getOrDefault(figure, 0.0),
                                verdicts)));
    return verdicts;
  }

  private void ratio(Result other, double bar, String whom, List<String> verdicts) {
    if (!Double.isNaN(bar)) {
      sockeyeTo(other)
          .ifPresent(
              ratio ->
                  verdicts.add(
                      String.format(
                          Locale.ROOT,
                          "%.2f of %s; the bar is %.2f: %s",
                          ratio,
                          whom,
                          bar,
                          word(ratio <= bar))));
    }
  }

  private static void absolute(Result sockeye, Figure figure, double bar, List<String> verdicts) {
    double value = sockeye.median(figure);
    verdicts.add(
        figure.title()
            + " "
            + figure.format(value)
            + "; the bar is "
            + figure.format(bar)
            + ": "
            + word(value <= bar));
  }

  private static String word(boolean met) {
    return met ? "met" : "MISSED";
  }

  private Optional<Result> of(Contender server) {
    return results.stream()
        .filter(result -> result.server() == server && result.succeeded())
        .findFirst();
  }
}
