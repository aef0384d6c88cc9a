// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.redis.RedisAdapter;
import dev.sockeye.redis.RedisEmitter;
import dev.sockeye.redis.RedisStreamsEmitter;
import dev.sockeye.socketio.adapter.Emitter;
import dev.sockeye.testkit.RedisServer;
import io.lettuce.core.RedisClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes without a server speak to servers of either kind. */
class RedisEmitterTest {
  private RedisServer redis;
  private RedisClient client;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    client = RedisClient.create(redis.url());
  }

  @AfterEach
  void stop() {
    client.shutdown(0, 5, TimeUnit.SECONDS);
    redis.close();
  }

  private JsNode jsNode(String adapter) {
    return new JsNode(Map.of("adapter", adapter, "name", "js", "url", redis.url()));
  }

  @Test
  void ourEmitterSpeaksToTheClassicAdapterOfNode() {
    try (JsNode node = jsNode("classic");
        RedisEmitter emitter = RedisEmitter.connect(client)) {
      everythingReaches(node, emitter.all());
    }
  }

  @Test
  void ourEmitterSpeaksToTheStreamsAdapterOfNode() {
    try (JsNode node = jsNode("streams");
        RedisStreamsEmitter emitter = RedisStreamsEmitter.connect(client)) {
      everythingReaches(node, emitter.all());
    }
  }

  @Test
  void ourEmitterSpeaksToOurAdapter() {
    try (JavaNode node = new JavaNode("java", RedisAdapter.pubSub(client));
        RedisEmitter emitter = RedisEmitter.connect(client)) {
      everythingReaches(node, emitter.all());
    }
  }

  @Test
  void ourEmitterSpeaksToOurStreams() {
    try (JavaNode node = new JavaNode("java", RedisAdapter.streams(client));
        RedisStreamsEmitter emitter = RedisStreamsEmitter.connect(client)) {
      everythingReaches(node, emitter.all());
    }
  }

  private static void everythingReaches(ClusterNode node, Emitter emitter) {
    Visitor ann = arrived(node);
    emitter.emit("hi", 1, Map.of("a", true));
    ann.expect("42[\"hi\",1,{\"a\":true}]");
    emitter.to(ann.sid()).asVolatile().compress(false).emit("file", new byte[] {7});
    ann.expect("451-[\"file\",{\"_placeholder\":true,\"num\":0}]");
    assertThat(ann.bytes()).containsExactly(7);
    emitter.in(ann.sid()).socketsJoin("a", "b");
    Clusters.await("ann to join", () -> node.rooms(ann.sid()).size() == 3);
    emitter.in("a").socketsLeave("b");
    Clusters.await("ann to leave", () -> node.rooms(ann.sid()).size() == 2);
    emitter.serverSideEmit("news", "from outside");
    assertThat(node.heard()).isEqualTo(List.of("news", "from outside"));
    emitter.except("b").disconnectSockets();
    ann.expect("41");
  }

  private static Visitor arrived(ClusterNode node) {
    Visitor visitor = Visitor.of(node);
    Clusters.await("the client", () -> node.fetchSockets(Audience.ALL).size() == 1);
    return visitor;
  }

  @Test
  void theOfficialEmitterSpeaksToOurAdapter() {
    try (JavaNode node = new JavaNode("java", RedisAdapter.pubSub(client));
        LineProcess emitter =
            LineProcess.start("emitter.mjs", Map.of("adapter", "classic", "url", redis.url()))) {
      emitter.next("ready");
      Visitor ann = arrived(node);
      emitter.ask("emit", Map.of("args", List.of("hi", 1))).join();
      ann.expect("42[\"hi\",1]");
      emitter.ask("socketsJoin", Map.of("to", List.of("a"))).join();
      Clusters.await("ann to join", () -> node.rooms(ann.sid()).contains("a"));
      emitter.ask("emit", Map.of("rooms", List.of("a"), "args", List.of("in a"))).join();
      ann.expect("42[\"in a\"]");
      emitter.ask("socketsLeave", Map.of("from", List.of("a"))).join();
      Clusters.await("ann to leave", () -> node.rooms(ann.sid()).size() == 1);
      emitter.ask("serverSideEmit", Map.of("args", List.of("news", 2))).join();
      assertThat(node.heard()).isEqualTo(List.of("news", 2));
      emitter.ask("disconnectSockets", Map.of("close", true)).join();
      ann.awaitClose();
    }
  }

  /** As npm's streams emitter adds them, which can't be installed here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"opts\":{\"rooms\":[],\"flags\":{},\"except\":[]},\"packet\":{\"type\":2,\"data\":[\"hi\"],\"nsp\":\"/\"}}",
        "gqRvcHRzg6Vyb29tc5ClZmxhZ3OApmV4Y2VwdJCmcGFja2V0g6R0eXBlAqRkYXRhkaJoaaNuc3ChLw=="
      })
  void entriesOfTheOfficialStreamsEmitterAreRead(String data) {
    try (JavaNode node = new JavaNode("java", RedisAdapter.streams(client))) {
      Visitor ann = arrived(node);
      redis.cli("XADD", "socket.io", "*", "uid", "emitter", "nsp", "/", "type", "3", "data", data);
      ann.expect("42[\"hi\"]");
    }
  }
}
