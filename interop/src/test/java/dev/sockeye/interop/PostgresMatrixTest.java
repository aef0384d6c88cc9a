// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.ClusterOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers of both kinds in one cluster over PostgreSQL. */
@ParameterizedClass
@ValueSource(strings = {"java node", "node java", "java java java"})
class PostgresMatrixTest extends ClusterSuite {
  /** Set before the first test. */
  private static PostgresNodes nodes;

  PostgresMatrixTest(String kinds) {}

  @BeforeParameterizedClassInvocation
  static void start(String kinds) throws Exception {
    nodes = new PostgresNodes(kinds, ClusterOptions.defaults());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    nodes.close();
  }

  @Override
  List<ClusterNode> nodes() {
    return nodes.list();
  }

  @Test
  void whatIsTooLargeForANotificationReachesTheOtherNode() {
    String large = "x".repeat(9000);
    nodes().get(0).serverSideEmit("news", large);
    assertThat(nodes().get(1).heard()).isEqualTo(List.of("news", large));
  }
}
