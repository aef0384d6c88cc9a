// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedisServerTest {
  @Test
  void aServerAnswers() {
    try (RedisServer server = RedisServer.start()) {
      assertThat(server.cli("PING")).containsExactly("PONG");
    }
  }

  @Test
  void aServerThatIsStartedAgainHasItsDataAndItsPort() {
    try (RedisServer server = RedisServer.start()) {
      server.cli("SET", "name", "ann");
      server.restart();
      assertThat(server.cli("GET", "name")).containsExactly("ann");
    }
  }

  @Test
  void aServerThatWasFrozenGoesOn() {
    try (RedisServer server = RedisServer.start()) {
      server.freeze();
      server.resume();
      assertThat(server.cli("PING")).containsExactly("PONG");
    }
  }

  @Test
  void aClusterServesAllSlots() {
    try (RedisCluster cluster = RedisCluster.start()) {
      assertThat(cluster.masterOf("a key").cli("SET", "a key", "1")).containsExactly("OK");
    }
  }
}
