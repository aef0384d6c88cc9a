// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a connection costs that does nothing: memory after a collection, and CPU time over one
 * interval of the heartbeat.
 *
 * @param connections how many are open at the same time
 */
record IdleScenario(Summary summary, int connections) implements Scenario {
  /** Per connection, session, namespace and socket included. */
  static final Bars BARS =
      new Bars(
          Double.NaN,
          Double.NaN,
          Map.of(Figure.LIVE_BYTES, 3.5 * 1024, Figure.RSS_BYTES, 5.0 * 1024));

  private static final int OPENING_MILLIS = 60_000;

  /**
   * Opened and closed before the first look at the memory: what a server keeps once isn't a
   * connection's.
   */
  private static final int WARM_UP = 1000;

  /** What starting, connecting, collecting and closing take, about. */
  private static final Duration AROUND = Duration.ofSeconds(8);

  @Override
  public List<Figure> figures() {
    return List.of(
        Figure.LIVE_BYTES,
        Figure.HEAP_BYTES,
        Figure.DIRECT_BYTES,
        Figure.RSS_BYTES,
        Figure.CPU_PER_SECOND);
  }

  @Override
  public Duration estimate(Timing timing) {
    return timing.idle().plus(AROUND);
  }

  @Override
  public Outcome run(Generator generator, Target server, Timing timing) throws Exception {
    var meter = new Meter();
    var load = new Load(generator, server, meter);
    Links warmUp = open(load, timing.scaled(WARM_UP));
    generator.call(() -> close(warmUp));
    Target.Memory before = settled(server, timing);
    long residentBefore = ProcessAccounting.residentBytes(server.pids());

    int count = timing.scaled(connections);
    Links links = open(load, count);
    try {
      Target.Memory after = settled(server, timing);
      long residentAfter = ProcessAccounting.residentBytes(server.pids());
      ProcessAccounting cpuBefore = ProcessAccounting.of(server.pids());
      long from = System.nanoTime();
      generator.await(() -> meter.failure().isPresent(), timing.idle().toMillis()).join();
      double cpuMicros = ProcessAccounting.of(server.pids()).since(cpuBefore) / 1e3;
      double seconds = (System.nanoTime() - from) / 1e9;
      boolean open = generator.call(links::areOpen);
      String failure =
          generator.call(meter::failure).orElse(open ? "" : "the connections weren't open in time");
      if (!failure.isEmpty()) {
        return new Outcome.Failure(failure);
      }
      double heap = (double) (after.heap() - before.heap()) / count;
      double direct = (double) (after.direct() - before.direct()) / count;
      Map<Figure, Double> figures = new HashMap<>();
      figures.put(Figure.LIVE_BYTES, heap + direct);
      figures.put(Figure.HEAP_BYTES, heap);
      figures.put(Figure.DIRECT_BYTES, direct);
      figures.put(Figure.RSS_BYTES, (double) (residentAfter - residentBefore) / count);
      figures.put(Figure.CPU_PER_SECOND, cpuMicros / seconds / count);
      return new Outcome.Sample(figures);
    } finally {
      generator.call(() -> close(links));
    }
  }

  /**
   * The memory once the server has had time to let go of what has been closed, or of the requests.
   */
  private static Target.Memory settled(Target server, Timing timing) throws Exception {
    TimeUnit.MILLISECONDS.sleep(Math.min(1000, timing.idle().toMillis()));
    return server.memory();
  }

  private static Links open(Load load, int count) throws Exception {
    var idle = new Idle[1];
    var links = new Links(load, count, () -> idle[0]);
    idle[0] = new Idle(links, load.meter());
    load.generator()
        .call(
            () -> {
              links.open();
              return true;
            });
    load.generator()
        .await(() -> links.areOpen() || load.meter().failure().isPresent(), OPENING_MILLIS)
        .join();
    return links;
  }

  private static boolean close(Links links) {
    links.close();
    return true;
  }

  private record Idle(Links links, Meter meter) implements WebSocketLink.Listener {
    @Override
    public void ready(WebSocketLink link) {
      links.ready();
    }

    @Override
    public void message(WebSocketLink link, int opcode, ByteBuf bytes, int offset, int length) {
      meter.fail("nothing was asked, but came «" + FrameReader.text(bytes, offset, length) + "»");
    }

    @Override
    public void closed(WebSocketLink link) {
      links.closed();
    }
  }
}
