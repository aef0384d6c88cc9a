// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessAccountingTest {
  @Test
  void theFineClockCounts() {
    var earlier = new ProcessAccounting(0, Map.of("1", 100L));
    var later = new ProcessAccounting(10_000_000, Map.of("1", 5_000_100L, "2", 7L));

    assertThat(later.since(earlier)).isEqualTo(5_000_007);
  }

  @Test
  void theCoarseClockCountsWhereThreadsHaveEnded() {
    var earlier = new ProcessAccounting(0, Map.of("1", 0L, "2", 0L));
    var later = new ProcessAccounting(900_000_000, Map.of("1", 300_000_000L));

    assertThat(later.since(earlier)).isEqualTo(900_000_000);
  }

  @Test
  void aProcessCanLookAtItself() {
    long self = ProcessHandle.current().pid();

    assertThat(ProcessAccounting.of(self).threads()).isNotEmpty();
    assertThat(ProcessAccounting.residentBytes(self)).isPositive();
  }
}
