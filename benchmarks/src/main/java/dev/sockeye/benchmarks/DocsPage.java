// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

/** The page of the documentation that shows the last quiet run, between two markers. */
final class DocsPage {
  private static final String BEGIN = "<!-- results: written by ./bench --update-docs -->\n";
  private static final String END = "<!-- end of the results -->";

  private DocsPage() {}

  /**
   * The page with new results in the place of the old ones.
   *
   * @throws IllegalArgumentException if the page has no place for them
   */
  static String withResults(String page, String markdown) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "docs/performance.md needs the lines «" + BEGIN.strip() + "» and «" + END + "»");
    }
    return page.substring(0, begin + BEGIN.length()) + "\n" + markdown + "\n" + page.substring(end);
  }
}
