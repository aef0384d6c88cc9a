// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which source file needs which; a file is a top-level class with all that is nested in it. */
final class FileGraph {
  private final Map<String, Set<String>> needs = new HashMap<>();

  private FileGraph() {}

  static FileGraph of(Iterable<JavaClass> classes) {
    FileGraph graph = new FileGraph();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String from = fileOf(type);
        String to = fileOf(dependency.getTargetClass());
        if (!from.equals(to) && to.startsWith("dev.sockeye.")) {
          graph.needs.computeIfAbsent(from, file -> new HashSet<>()).add(to);
        }
      }
    }
    return graph;
  }

  private static String fileOf(JavaClass type) {
    JavaClass top = type.isArray() ? type.getBaseComponentType() : type;
    while (top.getEnclosingClass().isPresent()) {
      top = top.getEnclosingClass().get();
    }
    return top.getName();
  }

  /** The groups of files that need each other, by way of others or directly. */
  Set<Set<String>> cycles() {
    Map<String, Set<String>> reachable =
        needs.keySet().stream().collect(Collectors.toMap(file -> file, this::reachableFrom));
    Set<Set<String>> cycles = new HashSet<>();
    reachable.forEach(
        (file, others) -> {
          if (others.contains(file)) {
            Set<String> cycle = new TreeSet<>();
            for (String other : others) {
              if (reachable.getOrDefault(other, Set.of()).contains(file)) {
                cycle.add(other);
              }
            }
            cycles.add(cycle);
          }
        });
    return cycles;
  }

  private Set<String> reachableFrom(String start) {
    Set<String> seen = new HashSet<>();
    TreeSet<String> next = new TreeSet<>(needs.getOrDefault(start, Set.of()));
    while (!next.isEmpty()) {
      String file = next.pollFirst();
      if (seen.add(file)) {
        next.addAll(needs.getOrDefault(file, Set.of()));
      }
    }
    return seen;
  }
}
