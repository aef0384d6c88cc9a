// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.function.Consumer;

/**
 * Closed loop of connections: a number of them are being made at a time; each ends before the next
 * begins.
 */
final class Churn implements Workload {
  private final Load load;
  private final int atOnce;
  private final Consumer<Churn> attempt;
  private boolean running;
  private int underWay;

  /**
   * @param attempt makes one connection; must tell of its end by {@link #ended}
   */
  Churn(Load load, int atOnce, Consumer<Churn> attempt) {
    this.load = load;
    this.atOnce = atOnce;
    this.attempt = attempt;
  }

  Load load() {
    return load;
  }

  @Override
  public void open() {}

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void begin() {
    running = true;
    for (int i = 0; i < atOnce; i++) {
      next();
    }
  }

  private void next() {
    underWay++;
    attempt.accept(this);
  }

  /**
   * A connection has gone its whole way and is closed.
   *
   * @param nanos how long it took until it was usable; negative if it never was
   */
  void ended(long nanos) {
    underWay--;
    if (nanos >= 0) {
      load.meter().record(nanos);
    } else {
      load.meter().fail("the server closed a connection before it was usable");
    }
    // A server that refuses at once would keep the loop from anything else.
    if (running && load.meter().failure().isEmpty()) {
      load.generator().loop().execute(this::next);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public String missing() {
    return underWay == 0 ? "" : underWay + " connections under way";
  }

  @Override
  public void close() {}
}
