// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.List;
import java.util.function.BiFunction;

/** All scenarios, in the order of the table. */
final class Scenarios {
  static final List<Scenario> ALL =
      List.of(
          steady(
              "echo",
              "200 clients, 1 event in flight each, ~100 bytes of JSON, answered with an ack",
              "message",
              Bars.of(0.70, 1.25),
              true,
              (load, timing) ->
                  new EchoWorkload(load, timing.scaled(200), Exchange.notes("echo", 1))),
          steady(
              "pipelined-echo",
              "50 clients, 16 events in flight each, ~100 bytes of JSON, answered with an ack",
              "message",
              Bars.of(0.30, 3),
              true,
              (load, timing) ->
                  new EchoWorkload(load, timing.scaled(50), Exchange.notes("echo", 16))),
          steady(
              "typed-echo",
              "50 clients, 16 events in flight each, bound to a record where the server can",
              "message",
              Bars.ofPeer(0.35),
              true,
              (load, timing) ->
                  new EchoWorkload(load, timing.scaled(50), Exchange.notes("typed", 16))),
          steady(
              "broadcast",
              "~100 bytes to 1,000 clients, 1 broadcast under way",
              "delivery",
              Bars.of(0.60, 1.15),
              true,
              (load, timing) -> broadcast(load, timing.scaled(1000), 1)),
          steady(
              "pipelined-broadcast",
              "~100 bytes to 1,000 clients, 8 broadcasts under way",
              "delivery",
              Bars.of(0.30, 1.4),
              true,
              (load, timing) -> broadcast(load, timing.scaled(1000), 8)),
          steady(
              "rooms",
              "200 rooms of 6, everybody tells the others 5 times a second (open loop)",
              "delivery",
              Bars.of(0.5, 1.5),
              true,
              (load, timing) -> new RoomsWorkload(load, timing.scaled(200))),
          steady(
              "binary-echo",
              "200 clients, 1 event in flight each with 1 KiB attached, answered with the same",
              "message",
              Bars.of(0.45, 1.4),
              true,
              (load, timing) -> new EchoWorkload(load, timing.scaled(200), Exchange.blobs(1))),
          steady(
              "slow-consumer",
              "1 KiB to 200 clients, 8 broadcasts under way, beside 2 clients that don't read",
              "delivery",
              Bars.NONE,
              true,
              (load, timing) ->
                  new BroadcastWorkload(load, timing.scaled(200), 8, 2, Scenarios::kilobyte)),
          steady(
              "polling-echo",
              "200 clients over kept-alive long-polling, 1 event in flight each",
              "message",
              Bars.ofPeer(0.35),
              false,
              (load, timing) -> new PollingEchoWorkload(load, timing.scaled(200))),
          steady(
              "connect",
              "connect over WebSocket, join, close; 40 at a time",
              "connection",
              Bars.of(0.8, 1.3),
              true,
              (load, timing) -> new Churn(load, timing.scaled(40), WebSocketConnect::start)),
          steady(
              "polling-connect",
              "connect over long-polling, join, close; 40 at a time",
              "connection",
              Bars.ofPeer(0.4),
              false,
              (load, timing) -> new Churn(load, timing.scaled(40), PollingConnect::start)),
          steady(
              "upgrade",
              "connect over long-polling, upgrade to WebSocket, echo once, close; 40 at a time",
              "connection",
              Bars.ofPeer(0.5),
              false,
              (load, timing) -> new Churn(load, timing.scaled(40), UpgradeConnect::start)),
          new IdleScenario("idle", 10_000));

  private Scenarios() {}

  private static Scenario steady(
      String name,
      String title,
      String unit,
      Bars bars,
      boolean onLimit,
      BiFunction<Load, Timing, Workload> workload) {
    return new SteadyScenario(name, title, unit, bars, onLimit, workload);
  }

  private static Workload broadcast(Load load, int receivers, int window) {
    return new BroadcastWorkload(
        load, receivers, window, 0, slot -> Note.json(Exchange.noteId(slot)));
  }

  private static String kilobyte(int slot) {
    return "\"" + slot + "x".repeat(1023) + "\"";
  }
}
