// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static dev.sockeye.redis.ClassicVectors.hex;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.ClusterAdapter;
import dev.sockeye.testkit.RecordingNamespace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sharded adapter says on a real wire. */
class ShardedWireTest {
  @RegisterExtension static final OwnRedis REDIS = new OwnRedis();

  private static final String SOCKET = "AVg8TJNPNGB1JbmhAAAC";
  private static final String BINARY =
      "84a47479706503a46461746182a67061636b657482a47479706502a46461746192a362696ec403010203"
          + "a46f70747383a5726f6f6d7390a665786365707490a5666c61677380a3756964b0%sa36e7370a12f";

  private final RecordingNamespace namespace = new RecordingNamespace("/");

  private ClusterAdapter adapter(SubscriptionMode mode) {
    return (ClusterAdapter)
        REDIS.started(RedisAdapter.shardedPubSub(REDIS.client()).subscriptionMode(mode), namespace);
  }

  @Test
  void anEventIsJson() {
    ClusterAdapter adapter = adapter(SubscriptionMode.STATIC);
    try (Wire wire = new Wire(REDIS.client()).sharded("socket.io#/#")) {
      adapter.broadcast(ClassicVectors.hello(), BroadcastOptions.ALL);
      assertThat(wire.next().text())
          .isEqualTo(
              "{\"type\":3,\"data\":{\"packet\":{\"type\":2,\"data\":[\"hello\",1,\"2\",[3],{\"a\":null,\"b\":true},1.5,null]},\"opts\":{\"rooms\":[],\"except\":[],\"flags\":{}}},\"uid\":\"%s\",\"nsp\":\"/\"}"
                  .formatted(adapter.uid()));
    }
  }

  @Test
  void bytesMakeItMessagePack() {
    ClusterAdapter adapter = adapter(SubscriptionMode.STATIC);
    try (Wire wire = new Wire(REDIS.client()).sharded("socket.io#/#")) {
      adapter.broadcast(ClassicVectors.event("bin", new byte[] {1, 2, 3}), BroadcastOptions.ALL);
      assertThat(hex(wire.next().message()))
          .isEqualTo(BINARY.formatted(hex(adapter.uid().getBytes(UTF_8))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STATIC, room1, socket.io#/#",
    "DYNAMIC, room1, socket.io#/#room1#",
    "DYNAMIC, " + SOCKET + ", socket.io#/#",
    "DYNAMIC_PRIVATE, " + SOCKET + ", socket.io#/#" + SOCKET + "#"
  })
  void theModeSaysWhichRoomsHaveAChannel(SubscriptionMode mode, String room, String channel) {
    ClusterAdapter adapter = adapter(mode);
    try (Wire wire = new Wire(REDIS.client()).sharded(channel)) {
      adapter.broadcast(ClassicVectors.event("x"), BroadcastOptions.room(room));
      assertThat(wire.next().channel()).isEqualTo(channel);
    }
  }

  @Test
  void theChannelOfARoomIsSubscribedWhileItHasMembers() {
    ClusterAdapter adapter = adapter(SubscriptionMode.DYNAMIC);
    var ann = namespace.socket("ann");
    adapter.addAll(ann, List.of("room1"));
    awaitSubscribers("1");
    adapter.delAll(ann);
    awaitSubscribers("0");
  }

  private static void awaitSubscribers(String count) {
    while (!REDIS.server().cli("PUBSUB", "SHARDNUMSUB", "socket.io#/#room1#").contains(count)) {
      // each question goes to Redis and back
    }
  }
}
