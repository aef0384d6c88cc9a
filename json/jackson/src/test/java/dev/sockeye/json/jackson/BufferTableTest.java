// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.core.util.BufferRecycler;

class BufferTableTest {
  private final BufferTable table = BufferTable.SHARED;

  @Test
  void whatIsGivenBackIsTakenAgain() {
    BufferRecycler first = table.acquireAndLinkPooled();
    first.releaseToPool();
    assertThat(table.acquireAndLinkPooled()).isSameAs(first);
  }

  @Test
  void whatIsInUseIsNotTaken() {
    BufferRecycler outer = table.acquireAndLinkPooled();
    assertThat(table.acquireAndLinkPooled()).isNotSameAs(outer);
  }

  @Test
  void aThreadKeepsNoMoreThanOne() {
    BufferRecycler outer = table.acquireAndLinkPooled();
    BufferRecycler inner = table.acquireAndLinkPooled();
    inner.releaseToPool();
    outer.releaseToPool();
    assertThat(table.acquireAndLinkPooled()).isSameAs(outer);
    assertThat(table.acquireAndLinkPooled()).isNotSameAs(inner);
  }
}
