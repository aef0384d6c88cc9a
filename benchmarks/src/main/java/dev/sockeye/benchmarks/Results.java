// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All that a run came to, and where it goes. */
record Results(Plan plan, Machine machine, List<Comparison> comparisons) {
  Results {
    comparisons = List.copyOf(comparisons);
  }

  /** Prints the tables, and writes the files that the command line asks for. */
  void publish() throws IOException {
    BenchOptions options = plan.options();
    String markdown = markdown();
    System.out.println("\n" + markdown);
    if (options.markdown().isPresent()) {
      Files.writeString(options.markdown().get(), markdown);
    }
    if (options.json().isPresent()) {
      Files.writeString(options.json().get(), Json.write(machine, comparisons));
    }
    if (options.html().isPresent()) {
      Files.writeString(options.html().get(), HtmlReport.write(this));
    }
    if (options.updateDocs()) {
      Path page = plan.programs().root().resolve("docs/performance.md");
      Files.writeString(page, DocsPage.withResults(Files.readString(page), markdown));
    }
  }

  private String markdown() {
    var report = new Report().heading(this).bars(comparisons);
    comparisons.forEach(report::comparison);
    return report.toString();
  }
}
