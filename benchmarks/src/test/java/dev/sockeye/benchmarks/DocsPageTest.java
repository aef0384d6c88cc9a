// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DocsPageTest {
  @Test
  void newResultsTakeThePlaceOfTheOldOnes() {
    String page =
        """
        # Performance
        <!-- results: written by ./bench --update-docs -->
        old
        <!-- end of the results -->
        The end.
        """;

    assertThat(DocsPage.withResults(page, "| new |\n"))
        .isEqualTo(
            """
            # Performance
            <!-- results: written by ./bench --update-docs -->

            | new |

            <!-- end of the results -->
            The end.
            """);
  }

  @Test
  void aPageWithoutAPlaceForThemIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DocsPage.withResults("# Performance", ""))
        .withMessageContaining("<!-- end of the results -->");
  }
}
