// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Redis Cluster of six {@link RedisServer}s: three masters, each with a replica. */
public final class RedisCluster implements AutoCloseable {
  private static final int NODES = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<RedisServer> servers = new ArrayList<>();

  private RedisCluster() {}

  /** As {@link #start(Duration)}, with 15 seconds, as Redis has it by default. */
  public static RedisCluster start() {
    return start(Duration.ofSeconds(15));
  }

  /**
   * Starts the servers and makes them a cluster; returns when all of its slots are served.
   *
   * @param nodeTimeout how long a server may be silent before the others take it for dead. Half of
   *     it breaks their connections, and what is published over them meanwhile is lost
   */
  public static RedisCluster start(Duration nodeTimeout) {
    RedisCluster cluster = new RedisCluster();
    try {
      for (int i = 0; i < NODES; i++) {
        cluster.servers.add(
            RedisServer.start(
                "--cluster-enabled",
                "yes",
                "--cluster-config-file",
                "nodes.conf",
                "--cluster-node-timeout",
                Long.toString(nodeTimeout.toMillis()),
                "--cluster-replica-validity-factor",
                "0"));
      }
      cluster.join();
      return cluster;
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  private void join() {
    Stream<String> command = Stream.of("redis-cli", "--cluster", "create");
    Stream<String> addresses = servers.stream().map(server -> "127.0.0.1:" + server.port());
    Stream<String> options = Stream.of("--cluster-replicas", "1", "--cluster-yes");
    RedisServer.run(Stream.of(command, addresses, options).flatMap(each -> each).toList());
    Instant end = Instant.now().plus(PATIENCE);
    while (!servers.stream().allMatch(RedisCluster::isJoined)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("the Redis Cluster doesn't come up within " + PATIENCE);
      }
    }
  }

  private static boolean isJoined(RedisServer server) {
    return server.cli("CLUSTER", "INFO").contains("cluster_state:ok")
        && server.cli("CLUSTER", "NODES").stream().filter(line -> line.contains("slave")).count()
            == NODES / 2;
  }

  /** Its servers. */
  public List<RedisServer> servers() {
    return List.copyOf(servers);
  }

  /** The ports of its servers. */
  public List<Integer> ports() {
    return servers.stream().map(RedisServer::port).toList();
  }

  /** The server that serves the slot of a key, as it sees things itself. */
  public RedisServer masterOf(String key) {
    String slot = servers.get(0).cli("CLUSTER", "KEYSLOT", key).get(0);
    for (RedisServer server : servers) {
      if (server.cli("ROLE").get(0).equals("master")
          && server.cli("CLUSTER", "COUNTKEYSINSLOT", slot).get(0).matches("\\d+")
          && serves(server, Integer.parseInt(slot))) {
        return server;
      }
    }
    throw new AssertionError("nobody serves slot " + slot);
  }

  private static boolean serves(RedisServer server, int slot) {
    return server.cli("CLUSTER", "NODES").stream()
        .filter(line -> line.contains("myself"))
        .flatMap(line -> Stream.of(line.split(" ")).skip(8))
        .map(range -> range.split("-"))
        .anyMatch(
            range ->
                Integer.parseInt(range[0]) <= slot
                    && slot <= Integer.parseInt(range[range.length - 1]));
  }

  @Override
  public void close() {
    servers.forEach(RedisServer::close);
  }
}
