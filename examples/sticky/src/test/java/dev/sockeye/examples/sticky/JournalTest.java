// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of what was kept. */
class JournalTest {
  @TempDir private Path folder;

  @Test
  void aLineIsInTheFileAtOnce() throws IOException {
    try (Journal journal = new Journal(folder.resolve("notes"))) {
      journal.keep("a note");
      assertThat(folder.resolve("notes")).hasContent("a note\n");
    }
  }

  @Test
  void whatWasKeptBeforeStays() throws IOException {
    for (String line : new String[] {"one", "two"}) {
      try (Journal journal = new Journal(folder.resolve("notes"))) {
        journal.keep(line);
      }
    }
    assertThat(folder.resolve("notes")).hasContent("one\ntwo\n");
  }

  @Test
  void linesAreCountedFromTheStart() throws IOException {
    try (Journal journal = new Journal(folder.resolve("notes"))) {
      journal.keep("one");
      assertThat(journal.keep("two")).isEqualTo(2);
    }
  }
}
