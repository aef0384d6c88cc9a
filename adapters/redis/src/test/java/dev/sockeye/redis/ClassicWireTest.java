// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static dev.sockeye.redis.ClassicVectors.bytes;
import static dev.sockeye.redis.ClassicVectors.hex;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.redis.Wire.Heard;
import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.ClusterAdapter;
import dev.sockeye.testkit.RecordingNamespace;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the classic adapter says on a real wire, and what it makes of what others say. */
class ClassicWireTest {
  @RegisterExtension static final OwnRedis REDIS = new OwnRedis();

  private final RecordingNamespace namespace = new RecordingNamespace("/");

  private ClusterAdapter adapter() {
    return adapter(RedisAdapter.pubSub(REDIS.client()), namespace);
  }

  private ClusterAdapter adapter(PubSubAdapter factory, RecordingNamespace of) {
    ClusterAdapter adapter = (ClusterAdapter) REDIS.started(factory, of);
    adapter.addAll(of.socket("ann"), List.of("ann", "room1"));
    return adapter;
  }

  private static void publish(String channel, byte[] message) {
    try (StatefulRedisConnection<String, byte[]> connection = REDIS.client().connect(Redis.CODEC)) {
      connection.sync().publish(channel, message);
    }
  }

  private static void publish(String channel, String message) {
    publish(channel, message.getBytes(UTF_8));
  }

  /** The vector, with another sender. */
  private static String from(ClusterAdapter adapter, String vector) {
    String uid = hex(adapter.uid().getBytes(UTF_8));
    return vector.replace("a64966624b5562", "b0" + uid);
  }

  @Test
  void anEventIsOnTheWireAsNodeWritesIt() {
    ClusterAdapter adapter = adapter();
    try (Wire wire = new Wire(REDIS.client(), "*")) {
      adapter.broadcast(ClassicVectors.hello(), BroadcastOptions.ALL);
      Heard heard = wire.next();
      assertThat(heard.channel()).isEqualTo("socket.io#/#");
      assertThat(hex(heard.message())).isEqualTo(from(adapter, ClassicVectors.HELLO));
    }
  }

  @Test
  void anEventForOneRoomHasTheChannelOfTheRoom() {
    ClusterAdapter adapter = adapter();
    try (Wire wire = new Wire(REDIS.client(), "*")) {
      adapter.broadcast(ClassicVectors.event("x"), BroadcastOptions.room("room1"));
      assertThat(wire.next().channel()).isEqualTo("socket.io#/#room1#");
    }
  }

  @Test
  void joiningIsOnTheWireAsNodeWritesIt() {
    ClusterAdapter adapter = adapter();
    try (Wire wire = new Wire(REDIS.client(), "*")) {
      adapter.addSockets(BroadcastOptions.ALL, Set.of("r2"));
      Heard heard = wire.next();
      assertThat(heard.channel()).isEqualTo("socket.io-request#/#");
      assertThat(heard.text())
          .isEqualTo(
              "{\"uid\":\"%s\",\"type\":2,\"opts\":{\"rooms\":[],\"except\":[]},\"rooms\":[\"r2\"]}"
                  .formatted(adapter.uid()));
    }
  }

  @Test
  void anEventOfNodeReachesTheSockets() {
    adapter();
    publish("socket.io#/#", bytes(ClassicVectors.HELLO));
    assertThat(namespace.next())
        .isEqualTo("[hello, 1, \"2\", [3], {\"a\":null,\"b\":true}, 1.5, null] to [ann]");
  }

  @Test
  void anEventOfAnEmitterReachesTheRoom() {
    adapter();
    publish("socket.io#/#r1#", bytes(ClassicVectors.EMITTED.replace("a27231", "a57231")));
    publish("socket.io#/#", bytes(ClassicVectors.HELLO));
    assertThat(namespace.next()).startsWith("[hello");
  }

  @Test
  void garbageIsSurvived() {
    adapter();
    for (String channel :
        List.of("socket.io#/#", "socket.io-request#/#", "socket.io-response#/#")) {
      publish(channel, bytes("c1"));
      publish(channel, "");
      publish(channel, "{\"type\":99,\"requestId\":\"x\"}");
      // what a streams node says there, and an official node dies of
      publish(channel, bytes("84a47479706507a46461746181a46f70747380a3756964a178a36e7370a12f"));
    }
    publish("socket.io#/#", bytes(ClassicVectors.HELLO));
    assertThat(namespace.next()).startsWith("[hello");
  }

  @Test
  void answersGoToAllNodesUnlessToldOtherwise() {
    adapter();
    try (Wire wire = new Wire(REDIS.client(), "socket.io-response#*")) {
      publish(
          "socket.io-request#/#",
          "{\"uid\":\"U\",\"requestId\":\"R\",\"type\":5,\"opts\":{\"rooms\":[\"nobody\"],\"except\":[]}}");
      Heard heard = wire.next();
      assertThat(heard.channel()).isEqualTo("socket.io-response#/#");
      assertThat(heard.text()).isEqualTo("{\"requestId\":\"R\",\"sockets\":[]}");
    }
  }

  @Test
  void answersGoToWhoHasAskedIfTold() {
    adapter(RedisAdapter.pubSub(REDIS.client()).publishOnSpecificResponseChannel(true), namespace);
    try (Wire wire = new Wire(REDIS.client(), "socket.io-response#*")) {
      publish(
          "socket.io-request#/#",
          "{\"uid\":\"U\",\"requestId\":\"R\",\"type\":5,\"opts\":{\"rooms\":[\"nobody\"],\"except\":[]}}");
      assertThat(wire.next().channel()).isEqualTo("socket.io-response#/#U#");
    }
  }

  @Test
  void theAnswerOfAServerGoesToAllNodesAlways() {
    adapter(RedisAdapter.pubSub(REDIS.client()).publishOnSpecificResponseChannel(true), namespace);
    try (Wire wire = new Wire(REDIS.client(), "socket.io-response#*")) {
      publish(
          "socket.io-request#/#",
          "{\"uid\":\"U\",\"requestId\":\"R\",\"type\":6,\"data\":[\"ping\"]}");
      Heard heard = wire.next();
      assertThat(heard.channel()).isEqualTo("socket.io-response#/#");
      assertThat(heard.text()).isEqualTo("{\"type\":6,\"requestId\":\"R\",\"data\":\"pong\"}");
    }
  }

  @Test
  void whatOnlyOldNodesAskIsAnswered() {
    adapter();
    try (Wire wire = new Wire(REDIS.client(), "socket.io-response#*")) {
      publish(
          "socket.io-request#/#", "{\"uid\":\"U\",\"requestId\":\"R\",\"type\":0,\"rooms\":[]}");
      assertThat(wire.next().text()).isEqualTo("{\"requestId\":\"R\",\"sockets\":[\"ann\"]}");
      publish("socket.io-request#/#", "{\"uid\":\"U\",\"requestId\":\"R\",\"type\":1}");
      assertThat(wire.next().text())
          .isIn(
              "{\"requestId\":\"R\",\"rooms\":[\"ann\",\"room1\"]}",
              "{\"requestId\":\"R\",\"rooms\":[\"room1\",\"ann\"]}");
      publish(
          "socket.io-request#/#",
          "{\"uid\":\"U\",\"requestId\":\"R\",\"type\":3,\"sid\":\"ann\",\"room\":\"room1\"}");
      assertThat(wire.next().text()).isEqualTo("{\"requestId\":\"R\"}");
      assertThat(namespace.next()).isEqualTo("ann leaves [room1]");
    }
  }

  @Test
  void aNameWithSpecialCharactersIsNoPattern() {
    RecordingNamespace starred = new RecordingNamespace("/a*[b]?");
    adapter(RedisAdapter.pubSub(REDIS.client()), starred);
    publish("socket.io#/axxb?#", bytes(ClassicVectors.HELLO));
    publish(
        "socket.io#/a*[b]?#",
        bytes("93a17583a47479706502a46461746191a26869a36e7370a72f612a5b625d3f80"));
    assertThat(starred.next()).isEqualTo("[hi] to [ann]");
  }

  @Test
  void aServerIsOneSubscribedConnectionHoweverManyNamespacesItHas() {
    PubSubAdapter factory = RedisAdapter.pubSub(REDIS.client());
    Adapter main = adapter(factory, namespace);
    adapter(factory, new RecordingNamespace("/admin"));
    assertThat(main.serverCount().toCompletableFuture().join()).isEqualTo(1);
    assertThat(REDIS.server().cli("CLIENT", "LIST", "TYPE", "pubsub"))
        .filteredOn(line -> line.contains(" sub="))
        .hasSize(1);
  }

  @Test
  void aClosedAdapterIsNotSubscribed() {
    Adapter adapter = RedisAdapter.pubSub(REDIS.client()).create(namespace);
    adapter.init().toCompletableFuture().join();
    adapter.close().toCompletableFuture().join();
    assertThat(REDIS.server().cli("PUBSUB", "NUMSUB", "socket.io-request#/#"))
        .containsExactly("socket.io-request#/#", "0");
  }

  @Test
  void anAdapterIsForOneServer() {
    PubSubAdapter factory = RedisAdapter.pubSub(REDIS.client());
    adapter(factory, namespace);
    Adapter second = factory.create(new RecordingNamespace("/"));
    assertThatThrownBy(second::init)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("each server needs a RedisAdapter of its own");
  }
}
