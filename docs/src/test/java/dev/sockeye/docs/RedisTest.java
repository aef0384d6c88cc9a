// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.ClusterEngine;
import dev.sockeye.redis.RedisAdapter;
import dev.sockeye.redis.RedisEmitter;
import dev.sockeye.redis.RedisSessionBus;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The snippets of docs/redis.md, and what docs/clustering.md has of Redis. */
class RedisTest {
  @Test
  void servers() {
    try (RedisServer server = RedisServer.start()) {
      int port = server.port();
      // tag::pubsub[]
      RedisClient client = RedisClient.create("redis://localhost:" + port);
      SocketIoServer io = SocketIoServer.builder().adapter(RedisAdapter.pubSub(client)).build();
      // end::pubsub[]
      // tag::emitter[]
      try (RedisEmitter emitter = RedisEmitter.connect(client)) {
        emitter.all().to("news").except("muted").emit("headline", "Salmon returns");
        emitter.of("/admin").serverSideEmit("reload");
      }
      // end::emitter[]
      io.close().join();
      recovering(client).close().join();
      withoutStickiness(client).close().join();
      client.shutdown(0, 5, TimeUnit.SECONDS);
    }
  }

  private static SocketIoServer withoutStickiness(RedisClient client) {
    // tag::clusterengine[]
    SocketIoServer io =
        SocketIoServer.builder()
            .adapter(RedisAdapter.pubSub(client))
            .clusterEngine(ClusterEngine.over(RedisSessionBus.over(client)))
            .build();
    // end::clusterengine[]
    return io;
  }

  private static SocketIoServer recovering(RedisClient client) {
    // tag::streams[]
    SocketIoServer io =
        SocketIoServer.builder()
            .adapter(RedisAdapter.streams(client).maxLen(50_000))
            .connectionStateRecovery(RecoveryOptions.defaults())
            .build();
    // end::streams[]
    return io;
  }

  @Test
  void aCluster() {
    List<RedisURI> uris = List.of(RedisURI.create("redis://localhost:7000"));
    // tag::cluster[]
    RedisClusterClient client = RedisClusterClient.create(uris);
    client.setOptions(
        ClusterClientOptions.builder()
            .topologyRefreshOptions(
                ClusterTopologyRefreshOptions.builder()
                    .enableAllAdaptiveRefreshTriggers()
                    .enablePeriodicRefresh()
                    .build())
            .build());
    AdapterFactory adapter = RedisAdapter.shardedPubSub(client);
    // end::cluster[]
    assertThat(adapter).isNotNull();
    client.shutdown(0, 5, TimeUnit.SECONDS);
  }
}
