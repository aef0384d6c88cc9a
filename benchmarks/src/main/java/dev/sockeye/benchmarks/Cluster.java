// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import dev.sockeye.testkit.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes of one kind on a Redis of their own; each connection goes to the next of them in turn. */
final class Cluster implements Target {
  private final RedisServer redis = RedisServer.start("--appendonly", "no");
  private final List<ServerProcess> nodes = new ArrayList<>();

  private Cluster() {}

  /**
   * Starts Redis, beside the load generator, and the nodes, which share the first core, and waits
   * until they hear each other.
   *
   * @param kind what the nodes are, Sockeye or Node.js
   */
  static Cluster start(Programs programs, Contender kind, BusKind bus, int size)
      throws IOException {
    var cluster = new Cluster();
    try {
      for (int known = 1; known <= size; known++) {
        List<String> command = command(programs, kind);
        command.addAll(List.of(cluster.redis.url(), bus.word(), Integer.toString(known)));
        Path log =
            programs.root().resolve("benchmarks/target/logs/cluster-" + kind.title() + ".log");
        cluster.nodes.add(ServerProcess.start(command, Setting.PLAIN, log));
      }
      return cluster;
    } catch (IOException e) {
      cluster.close();
      throw e;
    }
  }

  private static List<String> command(Programs programs, Contender kind) throws IOException {
    Path module = programs.root().resolve("benchmarks");
    var command = new ArrayList<>(List.of("taskset", "-c", "0"));
    switch (kind) {
      case SOCKEYE_IO -> {
        command.add(programs.java());
        command.addAll(Contender.JVM_OPTIONS);
        command.addAll(List.of("-cp", Contender.classPath(module), SockeyeNode.class.getName()));
      }
      case NODE -> command.addAll(List.of("node", module.resolve("node/cluster.js").toString()));
      default -> throw new IllegalArgumentException(kind.title() + " makes no clusters here");
    }
    return command;
  }

  @Override
  public int port() {
    return nodes.get(0).port();
  }

  @Override
  public Target node(int connection) {
    return nodes.get(connection % nodes.size());
  }

  @Override
  public List<Long> pids() {
    return nodes.stream().flatMap(node -> node.pids().stream()).toList();
  }

  @Override
  public Optional<Long> broker() {
    return Optional.of(redis.pid());
  }

  @Override
  public Setting setting() {
    return Setting.PLAIN;
  }

  @Override
  public Memory memory() {
    throw new UnsupportedOperationException("the memory of a cluster isn't measured");
  }

  @Override
  public void close() {
    nodes.forEach(Target::close);
    redis.close();
  }
}
