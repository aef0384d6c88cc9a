// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All scenarios, in the order of the table. */
final class Scenarios {
  /** Two medians that differ by less can't be told apart. */
  private static final double NOTHING_MEASURABLE = 1.1;

  private static final double GROWTH = 1.3;

  static final List<Scenario> ALL =
      List.of(
          steady(
              message(
                      "echo",
                      "200 clients, 1 event in flight each, ~100 bytes of JSON, with an ack")
                  .bars(Bars.of(0.70, 1.25))
                  .entry(Entry.EVERYBODY),
              echo(200, "echo", 1)),
          steady(
              message("pipelined-echo", "50 clients, 16 events in flight each, else as echo")
                  .bars(Bars.of(0.30, 3))
                  .entry(Entry.EVERYBODY),
              echo(50, "echo", 16)),
          steady(
              message("typed-echo", "as pipelined-echo, bound to a type where the server can")
                  .bars(Bars.ofPeer(0.35)),
              echo(50, "typed", 16)),
          steady(
              delivery("broadcast", "~100 bytes to 1,000 clients, 1 broadcast under way")
                  .bars(Bars.of(0.60, 1.15))
                  .entry(Entry.EVERYBODY),
              (load, timing) -> broadcast(load, timing.scaled(1000), 1)),
          steady(
              delivery("pipelined-broadcast", "as broadcast, 8 under way")
                  .bars(Bars.of(0.30, 1.4))
                  .entry(Entry.EVERYBODY),
              (load, timing) -> broadcast(load, timing.scaled(1000), 8)),
          steady(
              delivery(
                      "rooms",
                      "200 rooms of 6, everybody tells the others 5 times a second (open loop)")
                  .bars(Bars.of(0.5, 1.5))
                  .pace(Pace.OPEN_LOOP),
              (load, timing) -> new RoomsWorkload(load, timing.scaled(200))),
          steady(
              message(
                      "binary-echo",
                      "200 clients, 1 event in flight each with 1 KiB attached, answered with the same")
                  .bars(Bars.of(0.45, 1.4)),
              (load, timing) -> new EchoWorkload(load, timing.scaled(200), Exchange.blobs(1))),
          steady(
              message("tls-echo", "as echo, over TLS 1.3 (AES-128-GCM)")
                  .setting(Setting.TLS)
                  .pace(Pace.TLS),
              echo(200, "echo", 1)),
          steady(
              message(
                      "polling-echo",
                      "200 clients over kept-alive long-polling, 1 event in flight each")
                  .bars(Bars.ofPeer(0.35))
                  .entry(Entry.NOT_ON_LIMIT),
              (load, timing) -> new PollingEchoWorkload(load, timing.scaled(200))),
          steady(
              connection("connect", "connect over WebSocket, join, close; 40 at a time")
                  .bars(Bars.of(0.8, 1.3)),
              (load, timing) -> new Churn(load, timing.scaled(40), WebSocketConnect::start)),
          steady(
              connection("polling-connect", "connect over long-polling, join, close; 40 at a time")
                  .bars(Bars.ofPeer(0.4))
                  .entry(Entry.NOT_ON_LIMIT),
              (load, timing) -> new Churn(load, timing.scaled(40), PollingConnect::start)),
          steady(
              connection(
                      "upgrade",
                      "connect over long-polling, upgrade to WebSocket, echo once, close; 40 at a time")
                  .bars(new Bars(0.5, Double.NaN, Map.of(Figure.P50, 10.0)))
                  .entry(Entry.NOT_ON_LIMIT),
              (load, timing) -> new Churn(load, timing.scaled(40), UpgradeConnect::start)),
          steady(
              delivery(
                      "deflate-broadcast",
                      "2 KiB of JSON to 1,000 clients, compressed with permessage-deflate, 2 under way")
                  .setting(Setting.DEFLATE)
                  .entry(Entry.NOT_ON_LIMIT),
              (load, timing) ->
                  new BroadcastWorkload(load, timing.scaled(1000), 2, 0, Scenarios::twoKilobytes)),
          stepped(
              delivery(
                  "slow-consumer",
                  "1 KiB to 200 clients, 8 broadcasts under way; then beside 2 clients that don't keep up"),
              NOTHING_MEASURABLE,
              List.of(Figure.CPU, Figure.P99, Figure.RSS),
              new Step("without", slowConsumers(0)),
              new Step("with", slowConsumers(2))),
          stepped(
              message(
                      "echo-growth",
                      "200 events in flight at a time, the clients taking turns, of 1,000 and of 10,000")
                  .entry(Entry.GROWTH),
              GROWTH,
              List.of(Figure.CPU),
              new Step("1,000", echoInTurns(1000)),
              new Step("10,000", echoInTurns(10_000))),
          stepped(
              delivery(
                      "broadcast-growth",
                      "~100 bytes to 100, 1,000 and 10,000 clients, 8 under way")
                  .entry(Entry.GROWTH),
              GROWTH,
              List.of(Figure.CPU),
              new Step("100", receivers(100)),
              new Step("1,000", receivers(1000)),
              new Step("10,000", receivers(10_000))),
          new IdleScenario(
              connection(
                      "idle",
                      "10,000 connections over WebSocket that do nothing; bytes and CPU time are per connection")
                  .bars(IdleScenario.BARS)
                  .setting(Setting.MEMORY),
              10_000));

  private Scenarios() {}

  private static Summary message(String name, String title) {
    return new Summary(name, title, "message");
  }

  private static Summary delivery(String name, String title) {
    return new Summary(name, title, "delivery");
  }

  private static Summary connection(String name, String title) {
    return new Summary(name, title, "connection").pace(Pace.CONNECTIONS);
  }

  private static Scenario steady(Summary summary, BiFunction<Load, Timing, Workload> workload) {
    return new SteadyScenario(summary, new Traffic(workload));
  }

  private static Scenario stepped(
      Summary summary, double growth, List<Figure> columns, Step... steps) {
    String first = steps[0].label();
    String last = steps[steps.length - 1].label();
    Bars bars = Bars.growth(SteppedScenario.growth(first, last), growth);
    return new SteppedScenario(summary.bars(bars).pace(Pace.STEPS), List.of(steps), columns);
  }

  private static BiFunction<Load, Timing, Workload> echo(int clients, String event, int inFlight) {
    return (load, timing) ->
        new EchoWorkload(load, timing.scaled(clients), Exchange.notes(event, inFlight));
  }

  private static Traffic echoInTurns(int clients) {
    return new Traffic(
        (load, timing) ->
            new EchoWorkload(
                load, timing.scaled(clients), timing.scaled(200), Exchange.notes("echo", 1)));
  }

  private static Workload broadcast(Load load, int receivers, int window) {
    return new BroadcastWorkload(
        load, receivers, window, 0, slot -> Note.json(Exchange.noteId(slot)));
  }

  private static Traffic receivers(int count) {
    return new Traffic((load, timing) -> broadcast(load, timing.scaled(count), 8));
  }

  private static Traffic slowConsumers(int count) {
    return new Traffic(
        (load, timing) ->
            new BroadcastWorkload(load, timing.scaled(200), 8, count, Scenarios::kilobyte));
  }

  private static String twoKilobytes(int slot) {
    return IntStream.range(0, 20)
        .mapToObj(i -> Note.json(1000 * (slot + 1) + i))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String kilobyte(int slot) {
    return "\"" + slot + "x".repeat(1023) + "\"";
  }
}
