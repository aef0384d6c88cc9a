// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nodes find each other by heartbeats. */
class PeersTest {
  private static final String GREETING = "{\"type\":1,\"uid\":\"me\",\"nsp\":\"/\"}";
  private static final String HEARTBEAT = "{\"type\":2,\"uid\":\"me\",\"nsp\":\"/\"}";
  private static final String LEAVE = "{\"type\":13,\"uid\":\"me\",\"nsp\":\"/\"}";

  private final WireNode node = WireNode.started();

  private void bobSays(int type) {
    node.bus().hear("{\"type\":" + type + ",\"uid\":\"bob\",\"nsp\":\"/\"}");
  }

  @Test
  void aNodeGreetsTwiceAndThenIsHeardEveryFiveSeconds() {
    node.time.advance(ofSeconds(10));
    assertThat(node.bus().said).containsExactly(GREETING, GREETING, HEARTBEAT, HEARTBEAT);
  }

  @Test
  void aGreetingIsAnsweredAtOnce() {
    bobSays(1);
    assertThat(node.bus().said).containsExactly(GREETING, HEARTBEAT);
    assertThat(node.servers()).isEqualTo(2);
  }

  @Test
  void aHeartbeatIsNotAnswered() {
    bobSays(2);
    assertThat(node.bus().said).containsExactly(GREETING);
    assertThat(node.told).containsExactly("bob joined");
  }

  @Test
  void whateverANodeSaysIsASignOfLife() {
    bobSays(2);
    node.time.advance(ofSeconds(9));
    node.bus()
        .hear(
            "{\"type\":3,\"uid\":\"bob\",\"nsp\":\"/\",\"data\":{\"packet\":{\"type\":2,\"data\":[\"hi\"]},"
                + "\"opts\":{\"rooms\":[],\"except\":[],\"flags\":{}}}}");
    node.time.advance(ofSeconds(9));
    assertThat(node.servers()).isEqualTo(2);
  }

  @Test
  void whoIsSilentForLongerThanTenSecondsIsGone() {
    bobSays(2);
    node.time.advance(ofSeconds(10));
    assertThat(node.servers()).isEqualTo(2);
    node.time.advance(ofSeconds(1));
    assertThat(node.servers()).isEqualTo(1);
    assertThat(node.told).containsExactly("bob joined", "bob left");
  }

  @Test
  void whoComesBackIsCountedAgain() {
    bobSays(2);
    node.time.advance(ofSeconds(11));
    bobSays(2);
    assertThat(node.told).containsExactly("bob joined", "bob left", "bob joined");
  }

  @Test
  void whoTakesLeaveIsGoneAtOnce() {
    bobSays(2);
    bobSays(13);
    assertThat(node.servers()).isEqualTo(1);
  }

  @Test
  void aNodeThatWasFrozenMissesNobodyForThat() {
    bobSays(2);
    node.time.suspend(ofMinutes(1));
    node.time.advance(ofSeconds(5));
    assertThat(node.servers()).isEqualTo(2);
    node.time.advance(ofSeconds(6));
    assertThat(node.servers()).isEqualTo(1);
  }

  @Test
  void anEmitterIsNoNode() {
    node.bus().hear("{\"type\":2,\"uid\":\"emitter\",\"nsp\":\"/\"}");
    assertThat(node.servers()).isEqualTo(1);
  }

  @Test
  void theOthersAreGreetedAgainAfterALoss() {
    node.bus().lose();
    node.bus().restore();
    assertThat(node.bus().said).containsExactly(GREETING, GREETING);
    assertThat(node.told).containsExactly("lost", "restored");
  }

  @Test
  void aNodeTakesLeaveAndIsHeardNoMore() {
    node.adapter.close();
    node.time.advance(ofMinutes(1));
    assertThat(node.bus().said).containsExactly(GREETING, LEAVE);
    assertThat(node.time.pendingTimers()).isZero();
  }
}
