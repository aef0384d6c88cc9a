// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes every round's figures, for those who want to plot or to compare. */
final class Json {
  private Json() {}

  static String write(Machine machine, List<Comparison> comparisons) {
    var scenarios = new ArrayList<Map<String, Object>>();
    for (Comparison comparison : comparisons) {
      Summary summary = comparison.scenario().summary();
      scenarios.add(
          Map.of(
              "name", summary.name(),
              "title", summary.title(),
              "unit", summary.unit(),
              "servers",
                  comparison.results().stream().map(result -> server(comparison, result)).toList(),
              "bars", comparison.verdicts()));
    }
    return JsonMapper.shared()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(Map.of("machine", machine, "scenarios", scenarios));
  }

  private static Map<String, Object> server(Comparison comparison, Result result) {
    var server = new LinkedHashMap<String, Object>();
    server.put("name", result.server().title());
    result.failure().ifPresent(reason -> server.put("failure", reason));
    if (result.succeeded()) {
      for (Figure figure : comparison.scenario().figures()) {
        server.put(
            figure.title(),
            Map.of("median", result.median(figure), "rounds", result.values(figure)));
      }
      comparison.sockeyeTo(result).ifPresent(ratio -> server.put("Sockeye ÷ it", ratio));
    }
    return server;
  }
}
