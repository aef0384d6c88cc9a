// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * A scenario for clusters.
 *
 * @param bus what the nodes talk over
 * @param nodes how many there are
 */
record ClusterScenario(SteadyScenario scenario, BusKind bus, int nodes) {
  /** A node may still be letting go of the connections of the round before. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final List<Figure> BROADCAST =
      List.of(
          Figure.CPU,
          Figure.BROKER_CPU,
          Figure.RATE,
          Figure.P50,
          Figure.P99,
          Figure.SERVER_LOAD,
          Figure.GENERATOR_LOAD);
  private static final List<Figure> FETCH =
      List.of(Figure.P50, Figure.P99, Figure.CPU, Figure.BROKER_CPU, Figure.RATE, Figure.RSS);

  /** All of them, in the order of the tables. */
  static final List<ClusterScenario> ALL =
      List.of(
          broadcast(BusKind.CLASSIC),
          broadcast(BusKind.SHARDED),
          broadcast(BusKind.STREAMS),
          fetch(BusKind.CLASSIC),
          fetch(BusKind.SHARDED),
          fetch(BusKind.STREAMS));

  /** Those that run if none is named. */
  static final List<ClusterScenario> USUAL = ALL.subList(0, 4);

  private static ClusterScenario broadcast(BusKind bus) {
    var summary =
        new Summary(
                "broadcast-" + bus.word(),
                "~100 bytes to 400 clients on two nodes, 8 broadcasts under way",
                "delivery")
            .bars(Bars.ofPeer(0.5))
            .pace(Pace.BROADCAST_IN_CLUSTER);
    var traffic =
        new Traffic(
            (load, timing) ->
                new BroadcastWorkload(
                    load, timing.scaled(400), 8, 0, slot -> Note.json(Exchange.noteId(slot))));
    return new ClusterScenario(new SteadyScenario(summary, traffic, BROADCAST), bus, 2);
  }

  private static ClusterScenario fetch(BusKind bus) {
    var summary =
        new Summary(
                "fetch-" + bus.word(),
                "fetchSockets over 10,000 sockets on three nodes, which take turns, one call at a time",
                "call")
            .bars(Bars.ofPeer(1))
            .pace(Pace.FETCH_IN_CLUSTER);
    var traffic =
        new Traffic((load, timing) -> new FetchWorkload(load, timing.scaled(10_000), PATIENCE));
    return new ClusterScenario(new SteadyScenario(summary, traffic, FETCH), bus, 3);
  }
}
