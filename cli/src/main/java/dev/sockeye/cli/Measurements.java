// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * What a load test has measured; safe for use from any thread. Times are nanoseconds.
 *
 * <p>A message is due at a time that doesn't depend on when earlier ones were answered. {@link
 * #latency} counts from there, so a server that stalls is charged with all messages that were due
 * meanwhile, and not just with the one that was under way (coordinated omission).
 */
final class Measurements {
  private static final int DIGITS = 3;
  private static final long LONGEST = 3_600_000_000_000L;

  private final Recorder connecting = new Recorder(LONGEST, DIGITS);
  private final Recorder latencies = new Recorder(LONGEST, DIGITS);
  private final Recorder uncorrected = new Recorder(LONGEST, DIGITS);
  private final LongAdder connected = new LongAdder();
  private final LongAdder disconnected = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder received = new LongAdder();
  private final AtomicLong awaited = new AtomicLong();
  private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();

  /**
   * All since the beginning, once collected. Guarded by this object's lock, as are the next two.
   */
  private final Histogram allConnecting = new Histogram(LONGEST, DIGITS);

  private final Histogram allLatencies = new Histogram(LONGEST, DIGITS);
  private final Histogram allUncorrected = new Histogram(LONGEST, DIGITS);

  /** One for each second. Guarded by this object's lock. */
  private final List<Sample> samples = new ArrayList<>();

  void connected(long nanos) {
    connected.increment();
    connecting.recordValue(bounded(nanos));
  }

  void disconnected() {
    disconnected.increment();
  }

  void sent() {
    sent.increment();
  }

  void received() {
    received.increment();
  }

  /** An answer is waited for from now on. */
  void asked() {
    awaited.incrementAndGet();
  }

  /** It has come, or won't. */
  void answered() {
    awaited.decrementAndGet();
  }

  /** Whether answers are waited for. */
  boolean isWaiting() {
    return awaited.get() > 0;
  }

  /** A message has come: after it was due, and after it was really sent. */
  void latency(long sinceDue, long sinceSent) {
    latencies.recordValue(bounded(sinceDue));
    uncorrected.recordValue(bounded(sinceSent));
  }

  void error(String kind) {
    errors.computeIfAbsent(kind, unused -> new LongAdder()).increment();
  }

  private static long bounded(long nanos) {
    return Math.max(0, Math.min(nanos, LONGEST));
  }

  /** Closes a second; called by one thread at a time. */
  synchronized Sample sample(double atSecond) {
    Histogram latest = collect();
    boolean isEmpty = latest.getTotalCount() == 0;
    Sample sample =
        new Sample(
            atSecond,
            connected.sum() - disconnected.sum(),
            sent.sum(),
            received.sum(),
            errorCount(),
            isEmpty ? Double.NaN : millis(latest.getValueAtPercentile(50)),
            isEmpty ? Double.NaN : millis(latest.getValueAtPercentile(99)));
    samples.add(sample);
    return sample;
  }

  /** Takes in what was recorded since the last time, and gives the latencies among it. */
  private Histogram collect() {
    Histogram latest = latencies.getIntervalHistogram();
    allLatencies.add(latest);
    allUncorrected.add(uncorrected.getIntervalHistogram());
    allConnecting.add(connecting.getIntervalHistogram());
    return latest;
  }

  private long errorCount() {
    return errors.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** All of it, so far. */
  synchronized LoadResult result() {
    collect();
    Map<String, Long> kinds = new TreeMap<>();
    errors.forEach((kind, count) -> kinds.put(kind, count.sum()));
    return new LoadResult(
        connected.sum(),
        sent.sum(),
        received.sum(),
        kinds,
        allConnecting.copy(),
        allLatencies.copy(),
        allUncorrected.copy(),
        List.copyOf(samples));
  }

  static double millis(long nanos) {
    return nanos / 1e6;
  }
}
