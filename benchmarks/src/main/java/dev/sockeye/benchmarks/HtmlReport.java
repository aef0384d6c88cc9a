// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The results as one page that needs nothing else: no script, no font, no picture from elsewhere.
 */
final class HtmlReport {
  private static final String METHOD =
      "Each server runs in a process of its own, pinned to one core; the load generator is pinned to"
          + " another. They are measured in turn, round by round; a figure is the median of the"
          + " rounds. CPU is what the server's process used, user and system, by the kernel's"
          + " accounting, per message, delivery or connection: it hardly depends on what else the"
          + " machine does. Every answer is counted and compared byte for byte.";

  private final StringBuilder html = new StringBuilder();

  private HtmlReport() {}

  static String write(Results results) throws IOException {
    var report = new HtmlReport();
    report.add("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    report.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    report.add(
        "<title>Sockeye beside its peers</title><style>%s</style></head><body><main>", css());
    report.heading(results);
    results.comparisons().forEach(report::comparison);
    report.add("</main></body></html>");
    return report.html.toString();
  }

  private static String css() throws IOException {
    try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
      if (css == null) {
        throw new IOException("report.css is missing");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void heading(Results results) {
    add("<header><h1>Sockeye beside its peers</h1>");
    add(
        "<p class=\"lead\">%s · %s</p>",
        LocalDate.now(ZoneOffset.UTC), text(results.machine().describe()));
    add("<p>%s</p><ul class=\"servers\">", text(METHOD));
    for (Contender server : results.plan().wanted()) {
      add(
          "<li><b class=\"%s\">%s</b> %s</li>",
          style(server), server.title(), text(server.description()));
    }
    add("</ul></header><section><h2>Sockeye’s cost, as a part of the best peer’s</h2>");
    add("%s", Charts.overview(results.comparisons()));
    add(
        "<p class=\"note\">CPU time (bytes, for <i>idle</i>), listeners on the I/O thread. The upright stroke is the bar.</p></section>");
    verdicts(results.comparisons());
  }

  private void verdicts(List<Comparison> comparisons) {
    add(
        "<section><h2>The bars</h2><div class=\"scroll\"><table><tr><th>scenario<th>compared<th>is<th>bar<th></tr>");
    for (Comparison comparison : comparisons) {
      for (Verdict verdict : comparison.verdicts()) {
        add(
            "<tr><td>%s<td>%s<td>%s<td>≤ %s<td><span class=\"%s\">%s</span></tr>",
            comparison.scenario().name(),
            text(verdict.what()),
            verdict.value(),
            verdict.bar(),
            verdict.met() ? "met" : "missed",
            verdict.met() ? "met" : "not met");
      }
    }
    add("</table></div></section>");
  }

  private void comparison(Comparison comparison) {
    Summary summary = comparison.scenario().summary();
    add("<section><h2>%s</h2><p>%s</p>", summary.name(), text(summary.title()));
    add("<h3>%s per %s</h3>", text(comparison.mainFigure().title()), summary.unit());
    add("%s", Charts.bars(comparison));
    if (comparison.scenario().figures().contains(Figure.P999)) {
      add("<h3>Latency: p50, p99, p99.9</h3>%s", Charts.latencies(comparison));
    }
    table(comparison);
    for (Result result : comparison.results()) {
      String server = result.server().title();
      result
          .failure()
          .ifPresent(why -> add("<p class=\"note\">%s fails: %s</p>", server, text(why)));
      if (result.generatorBound()) {
        add(
            "<p class=\"note\">%s: the load generator was the bottleneck; rate and latency are its own.</p>",
            server);
      }
    }
    add("</section>");
  }

  private void table(Comparison comparison) {
    List<Figure> figures = comparison.scenario().figures();
    var header = new ArrayList<String>(List.of("server"));
    figures.forEach(figure -> header.add(text(figure.title())));
    header.add("Sockeye ÷ it");
    add("<div class=\"scroll\"><table><tr><th>%s</tr>", String.join("<th>", header));
    for (Result result : comparison.results()) {
      var row = new ArrayList<String>(List.of(result.server().title()));
      figures.forEach(
          figure -> row.add(result.succeeded() ? figure.format(result.median(figure)) : "fails"));
      row.add(
          comparison
              .sockeyeTo(result)
              .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
              .orElse("–"));
      add("<tr><td>%s</tr>", String.join("<td>", row));
    }
    add("</table></div>");
  }

  private static String style(Contender server) {
    return server.isSockeye() ? "sockeye" : "other";
  }

  private static String text(String text) {
    return Svg.escape(text);
  }

  private void add(String format, Object... arguments) {
    html.append(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments));
    html.append('\n');
  }
}
