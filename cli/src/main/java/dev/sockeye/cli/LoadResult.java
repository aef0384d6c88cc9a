// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What came of a load test. Times are nanoseconds.
 *
 * @param connected how many clients have got a connection
 * @param sent how many messages were sent
 * @param received how many messages or answers came
 * @param errors how many of each kind
 * @param connecting times to connect
 * @param latencies times from when a message was due
 * @param uncorrected times from when it was sent
 * @param samples how it stood, second by second
 */
record LoadResult(
    long connected,
    long sent,
    long received,
    Map<String, Long> errors,
    Histogram connecting,
    Histogram latencies,
    Histogram uncorrected,
    List<Sample> samples) {

  long errorCount() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The latencies that the scenario is about. */
  Histogram measured(Scenario scenario) {
    return scenario.sends() ? latencies : connecting;
  }
}
