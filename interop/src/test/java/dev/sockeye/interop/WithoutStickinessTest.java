// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.engineio.server.ClusterEngine;
import dev.sockeye.redis.RedisSessionBus;
import dev.sockeye.testkit.RedisServer;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * npm's {@code socket.io-client}, each of whose requests HAProxy gives to the next of two servers.
 */
class WithoutStickinessTest {
  // What concerns one client; the others are about what adapters do.
  private static final String SCENARIOS = "auth,echo,acks,binary,reconnect,large,order";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static RedisServer redis;
  private static RedisClient client;
  private static PeerServer first;
  private static PeerServer second;
  private static RoundRobin front;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    client = RedisClient.create(redis.url());
    // Sessions of the first move to a WebSocket of the second, those of the second stay.
    first = node(Duration.ofMillis(300));
    second = node(Duration.ZERO);
    front = RoundRobin.over(first.port(), second.port());
  }

  private static PeerServer node(Duration delayedConnectionTimeout) {
    return new PeerServer(
            builder ->
                // On a busy machine Redis may be slow to answer.
                builder.clusterEngine(
                    ClusterEngine.over(RedisSessionBus.over(client).commandTimeout(PATIENCE))
                        .responseTimeout(PATIENCE)
                        .delayedConnectionTimeout(delayedConnectionTimeout)))
        .start();
  }

  @AfterAll
  static void stop() {
    front.close();
    first.close();
    second.close();
    client.shutdown(0, 5, TimeUnit.SECONDS);
    redis.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "upgrade"})
  void theClientPlaysEachScenario(String transport) {
    PeerProcess.assertContent(
        PeerProcess.node(
            "client.mjs", front.url(), transport, "socket.io-client 4", "", SCENARIOS));
  }
}
