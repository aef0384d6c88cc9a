// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** The results of a load test as one page that needs nothing else. */
final class LoadReport {
  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem;
             color: #1c2733; background: #fff; }
      h1 { font-size: 1.5rem; margin-bottom: 0; } h2 { font-size: 1.1rem; margin-top: 2rem; }
      p { margin: .3rem 0; color: #51606e; }
      table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
      th, td { text-align: right; padding: .3rem .6rem; border-bottom: 1px solid #dde3e8; }
      th:first-child, td:first-child { text-align: left; }
      svg { width: 100%; height: auto; display: block; }
      .bad { color: #b3261e; }
      """;

  private final LoadPlan plan;
  private final LoadResult result;

  LoadReport(LoadPlan plan, LoadResult result) {
    this.plan = plan;
    this.result = result;
  }

  String html() {
    StringBuilder page = new StringBuilder(16_384);
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
    page.append("<title>Load test of ").append(Html.escape(plan.url())).append("</title>\n");
    page.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    page.append("<h1>Load test of ").append(Html.escape(plan.url())).append("</h1>\n");
    page.append(introduction());
    page.append(numbers());
    page.append("<h2>Latency by percentile</h2>\n");
    page.append("<p>Milliseconds; ").append(plan.scenario().measure()).append(".</p>\n");
    page.append(percentiles());
    if (plan.scenario().sends()) {
      page.append("<h2>Latency over time</h2>\n<p>Milliseconds, of each second.</p>\n");
      page.append(
          overTime(
              new Plot("seconds", "ms"),
              List.of("median", "p99"),
              List.of(Sample::median, Sample::percentile99)));
    }
    page.append("<h2>Throughput</h2>\n<p>Messages per second.</p>\n");
    page.append(throughput());
    page.append("<h2>Connections</h2>\n<p>Open, and errors so far.</p>\n");
    page.append(
        overTime(
            new Plot("seconds", ""),
            List.of("open", "errors"),
            List.of(Sample::open, Sample::errors)));
    page.append(errors());
    return page.append("</body>\n</html>\n").toString();
  }

  private String introduction() {
    String sending =
        plan.scenario().sends()
            ? ", each sending %s messages of %d bytes per second"
                .formatted(number(plan.rate()), plan.bytes())
            : "";
    return "<p>Scenario %s: %d clients, %s new ones per second%s; %s from the last on. %s.</p>\n"
        .formatted(
            plan.scenario(),
            plan.clients(),
            number(plan.arrival()),
            sending,
            DurationConverter.format(plan.duration()),
            ZonedDateTime.now(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)));
  }

  private String numbers() {
    StringBuilder table = new StringBuilder("<h2>Results</h2>\n<table>\n");
    table.append("<tr><th>milliseconds</th><th>p50</th><th>p90</th><th>p99</th><th>p99.9</th>");
    table.append("<th>max</th><th>count</th></tr>\n");
    table.append(row("to connect", result.connecting()));
    if (plan.scenario().sends()) {
      table.append(row("from when a message was due", result.latencies()));
      table.append(row("from when it was sent", result.uncorrected()));
    }
    table.append("</table>\n<p>");
    table.append(
        "%d of %d clients connected, %d messages sent, %d received, <span%s>%d errors</span>."
            .formatted(
                result.connected(),
                plan.clients(),
                result.sent(),
                result.received(),
                result.errorCount() > 0 ? " class=\"bad\"" : "",
                result.errorCount()));
    return table.append("</p>\n").toString();
  }

  private static String row(String name, Histogram times) {
    StringBuilder row = new StringBuilder("<tr><td>" + name + "</td>");
    for (double percentile : new double[] {50, 90, 99, 99.9, 100}) {
      String value =
          times.getTotalCount() == 0
              ? "–"
              : String.format(
                  Locale.ROOT, "%.2f", Measurements.millis(times.getValueAtPercentile(percentile)));
      row.append("<td>").append(value).append("</td>");
    }
    return row.append("<td>").append(times.getTotalCount()).append("</td></tr>\n").toString();
  }

  /** Equal steps to the right are nines: 90, 99, 99.9 %… */
  private String percentiles() {
    Plot plot = new Plot("percentile", "ms");
    Histogram measured = result.measured(plan.scenario());
    plot.ticks(Nines.TICKS);
    plot.line(plan.scenario().sends() ? "from when it was due" : "to connect", Nines.of(measured));
    if (plan.scenario().sends()) {
      plot.line("from when it was sent", Nines.of(result.uncorrected()));
    }
    return plot.svg();
  }

  private String throughput() {
    List<Plot.Point> sent = new ArrayList<>();
    List<Plot.Point> received = new ArrayList<>();
    Sample before = new Sample(0, 0, 0, 0, 0, 0, 0);
    for (Sample sample : result.samples()) {
      double seconds = sample.second() - before.second();
      // The last one may be the rest of a second, too short to say anything.
      if (seconds > 0.5) {
        sent.add(new Plot.Point(sample.second(), (sample.sent() - before.sent()) / seconds));
        received.add(
            new Plot.Point(sample.second(), (sample.received() - before.received()) / seconds));
      }
      before = sample;
    }
    return new Plot("seconds", "").line("received", received).line("sent", sent).svg();
  }

  private String overTime(Plot plot, List<String> names, List<ToDoubleFunction<Sample>> values) {
    for (int i = 0; i < names.size(); i++) {
      ToDoubleFunction<Sample> value = values.get(i);
      plot.line(
          names.get(i),
          result.samples().stream()
              .map(sample -> new Plot.Point(sample.second(), value.applyAsDouble(sample)))
              .filter(point -> !Double.isNaN(point.y()))
              .toList());
    }
    return plot.svg();
  }

  private String errors() {
    if (result.errors().isEmpty()) {
      return "";
    }
    StringBuilder table = new StringBuilder("<h2>Errors</h2>\n<table>\n");
    table.append("<tr><th>kind</th><th>count</th></tr>\n");
    result
        .errors()
        .forEach(
            (kind, count) ->
                table.append(
                    "<tr><td>%s</td><td>%d</td></tr>\n".formatted(Html.escape(kind), count)));
    return table.append("</table>\n").toString();
  }

  static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
