// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.redis.RedisAdapter;
import dev.sockeye.testkit.RedisServer;
import io.lettuce.core.RedisClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client loses its connection to one node and comes back to another, of either kind. */
class RedisRecoveryTest {
  private final RedisServer redis = RedisServer.start();
  private final RedisClient client = RedisClient.create(redis.url());

  @AfterEach
  void stop() {
    client.shutdown(0, 5, TimeUnit.SECONDS);
    redis.close();
  }

  private ClusterNode node(String kind, String name) {
    if (kind.equals("java")) {
      return new JavaNode(name, RedisAdapter.streams(client), true);
    }
    Map<String, Object> config = new HashMap<>();
    config.put("adapter", "streams");
    config.put("name", name);
    config.put("url", redis.url());
    config.put("recovery", true);
    return new JsNode(config);
  }

  /** The offset at the end of an event. */
  private static String offset(String event) {
    int end = event.lastIndexOf('"');
    return event.substring(event.lastIndexOf('"', end - 1) + 1, end);
  }

  private void awaitEntries(int count) {
    List<String> expected = List.of(String.valueOf(count));
    Clusters.await("the entries", () -> redis.cli("XLEN", "socket.io").equals(expected));
  }

  @ParameterizedTest
  @CsvSource({"java,java", "java,node", "node,java"})
  void theClientComesBackElsewhereAndMissesNothing(String from, String to) {
    try (ClusterNode first = node(from, "first");
        ClusterNode second = node(to, "second")) {
      Clusters.awaitAll(List.of(first, second));
      Visitor ann = Visitor.of(first);
      Clusters.await("ann", () -> second.fetchSockets(Audience.ALL).size() == 1);
      first.join(ann.sid(), "readers");
      first.emit(Audience.ALL, "seen");
      String seen = ann.text();
      assertThat(seen).startsWith("42[\"seen\",\"");
      ann.lose();
      Clusters.await("the loss", () -> second.fetchSockets(Audience.ALL).isEmpty());
      second.emit(Audience.in("readers"), "missed", 1);
      second.emit(Audience.in("others"), "for others");
      second.emit(Audience.ALL.with("volatile"), "gone");
      awaitEntries(4); // two nodes' events have no order but that of the stream
      first.emit(Audience.in(ann.sid()), "missed", 2);
      awaitEntries(5);
      List<String> got = Visitor.missed(second, ann.pid(), offset(seen));
      assertThat(got.get(got.size() - 1)).startsWith("40{\"sid\":\"" + ann.sid());
      assertThat(got.get(0)).startsWith("42[\"missed\",1,\"");
      assertThat(got).anyMatch(event -> event.startsWith("42[\"missed\",2,\""));
      assertThat(got).noneMatch(event -> event.contains("for others"));
      assertThat(got.stream().anyMatch(event -> event.contains("gone")))
          .as("Node.js replays what is volatile, we don't")
          .isEqualTo(to.equals("node"));
    }
  }

  @ParameterizedTest
  @CsvSource({"java", "node"})
  void whatIsNotKnownAnyMoreIsNotMadeUp(String from) {
    try (ClusterNode first = node(from, "first");
        ClusterNode second = node("java", "second")) {
      Clusters.awaitAll(List.of(first, second));
      Visitor ann = Visitor.of(first);
      Clusters.await("ann", () -> second.fetchSockets(Audience.ALL).size() == 1);
      first.emit(Audience.ALL, "seen");
      String seen = ann.text();
      ann.lose();
      Clusters.await("the loss", () -> second.fetchSockets(Audience.ALL).isEmpty());
      second.emit(Audience.ALL, "missed");
      awaitEntries(2);
      redis.cli("XTRIM", "socket.io", "MAXLEN", "0");
      assertThat(Visitor.back(second, ann.pid(), offset(seen)).sid()).isNotEqualTo(ann.sid());
    }
  }
}
