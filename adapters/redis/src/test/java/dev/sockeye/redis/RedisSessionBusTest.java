// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.engineio.spi.SessionBus;
import dev.sockeye.testkit.SessionBusContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisSessionBusTest implements SessionBusContract {
  @RegisterExtension static final OwnRedis REDIS = new OwnRedis();

  @Override
  public RedisSessionBus bus() {
    return RedisSessionBus.over(REDIS.client());
  }

  @Test
  void theChannelsAreThoseOfNodeJs() {
    Node node = Node.start(bus(), "d4c2fc");
    REDIS.server().cli("PUBLISH", "engine.io#", "to all");
    assertThat(node.next()).isEqualTo("to all");
    REDIS.server().cli("PUBLISH", "engine.io#d4c2fc#", "to one");
    assertThat(node.next()).isEqualTo("to one");
    node.close();
  }

  @Test
  void thePrefixIsAnOption() {
    Node node = Node.start(bus().channelPrefix("mine"), "d4c2fc");
    REDIS.server().cli("PUBLISH", "mine#d4c2fc#", "hello");
    assertThat(node.next()).isEqualTo("hello");
    node.close();
  }

  @Test
  void whoeverMayHaveMissedSomethingIsToldAndHearsAgain() {
    Node a = Node.start(bus(), "aaaaaa");
    Node b = Node.start(bus().retryDelay(Duration.ofMillis(50)), "bbbbbb");
    REDIS.server().cli("CLIENT", "KILL", "TYPE", "pubsub");
    assertThat(b.nextLoss()).isNotNull();
    Node later = Node.start(bus(), "cccccc");
    while (!REDIS.server().cli("PUBSUB", "NUMSUB", "engine.io#bbbbbb#").contains("1")) {
      Thread.onSpinWait();
    }
    later.send("bbbbbb", "again");
    assertThat(b.next()).isEqualTo("again");
    a.close();
    b.close();
    later.close();
  }

  @Test
  void nothingWaitsForAConnection() {
    SessionBus unstarted = bus();
    assertThat(unstarted.publish("x".getBytes(UTF_8)).toCompletableFuture())
        .isCompletedExceptionally();
  }

  @Test
  void aBusIsForOneServer() {
    RedisSessionBus bus = bus();
    Node node = Node.start(bus, "aaaaaa");
    assertThatThrownBy(() -> bus.start("bbbbbb", node)).isInstanceOf(IllegalStateException.class);
    node.close();
  }
}
