// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.postgres.PostgresEmitter;
import dev.sockeye.socketio.adapter.ClusterOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes without a server, ours and npm's, that speak to a cluster over PostgreSQL. */
class PostgresEmitterTest {
  /** Set before the first test. */
  private static PostgresNodes nodes;

  /** Set before the first test. */
  private static PostgresEmitter emitter;

  /** Set before the first test. */
  private static LineProcess official;

  /** At our server. */
  private Visitor ann;

  /** At the official one, which doesn't hear the official emitter. */
  private Visitor bob;

  @BeforeAll
  static void start() throws Exception {
    nodes = new PostgresNodes("java node", ClusterOptions.defaults());
    emitter = PostgresEmitter.open(nodes.dataSource());
    official = LineProcess.start("emitter.mjs", nodes.config(Map.of()));
    official.next("ready");
  }

  @AfterAll
  static void stop() {
    official.close();
    emitter.close();
    nodes.close();
  }

  @BeforeEach
  void clientsCome() {
    ann = Visitor.of(ours());
    bob = Visitor.of(theirs());
  }

  @AfterEach
  void clientsLeave() {
    ann.leave();
    bob.leave();
  }

  private static ClusterNode ours() {
    return nodes.list().get(0);
  }

  private static ClusterNode theirs() {
    return nodes.list().get(1);
  }

  @Test
  void anEventReachesTheClientsOfBothKindsOfNodes() {
    emitter.all().emit("hi", 1, List.of("two"));
    ann.expect("42[\"hi\",1,[\"two\"]]");
    bob.expect("42[\"hi\",1,[\"two\"]]");
  }

  @Test
  void bytesReachTheClientsOfBothKindsOfNodes() {
    emitter.all().emit("file", new byte[] {1, 2});
    ann.expect("451-[\"file\",{\"_placeholder\":true,\"num\":0}]");
    assertThat(ann.bytes()).containsExactly(1, 2);
    bob.expect("451-[\"file\",{\"_placeholder\":true,\"num\":0}]");
    assertThat(bob.bytes()).containsExactly(1, 2);
  }

  @Test
  void roomsAndExceptionsHold() {
    emitter.all().to(bob.sid()).emit("to bob");
    emitter.all().except(bob.sid()).emit("not to bob");
    emitter.all().emit("end");
    bob.expect("42[\"to bob\"]");
    bob.expect("42[\"end\"]");
    ann.expect("42[\"not to bob\"]");
  }

  @Test
  void socketsJoinAndLeave() {
    emitter.all().in(bob.sid()).socketsJoin("a", "b");
    emitter.all().in("a").socketsLeave("b");
    emitter.all().in("a").socketsJoin("c");
    Clusters.await("bob to join", () -> theirs().rooms(bob.sid()).contains("c"));
    assertThat(theirs().rooms(bob.sid())).containsExactly(bob.sid(), "a", "c");
  }

  @Test
  void socketsAreDisconnected() {
    emitter.all().disconnectSockets();
    ann.expect("41");
    bob.expect("41");
  }

  @Test
  void theServersHearIt() {
    emitter.all().serverSideEmit("news", "x");
    assertThat(ours().heard()).isEqualTo(List.of("news", "x"));
    assertThat(theirs().heard()).isEqualTo(List.of("news", "x"));
  }

  @Test
  void theOfficialEmitterIsHeardThoughItDoesNotSayTheNamespace() {
    official.ask("emit", Map.of("args", List.of("hi", 1))).join();
    ann.expect("42[\"hi\",1]");
  }

  @Test
  void theOfficialEmittersRowsAreHeardThoughTheyDoNotSayTheNamespace() {
    official.ask("emit", Map.of("args", List.of("large", "x".repeat(9000)))).join();
    ann.expect("42[\"large\",\"" + "x".repeat(9000) + "\"]");
  }

  @Test
  void theOfficialEmitterMovesSockets() {
    official.ask("socketsJoin", Map.of("rooms", List.of(ann.sid()), "to", List.of("a"))).join();
    Clusters.await("ann to join", () -> ours().rooms(ann.sid()).contains("a"));
    official.ask("emit", Map.of("rooms", List.of("a"), "args", List.of("to a"))).join();
    ann.expect("42[\"to a\"]");
  }

  @Test
  void theOfficialEmitterSpeaksToTheServers() {
    official.ask("serverSideEmit", Map.of("args", List.of("news", "y"))).join();
    assertThat(ours().heard()).isEqualTo(List.of("news", "y"));
  }

  @Test
  void theOfficialEmitterDisconnects() {
    official.ask("disconnectSockets", Map.of("close", false)).join();
    ann.expect("41");
  }
}
