// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.RestoredSession;
import dev.sockeye.socketio.adapter.SocketSession;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client comes back from a node that had read more of the history than this one. */
class ArrivalsTest {
  private final WireNode node = WireNode.remembering();

  @BeforeEach
  void bobHasLeftAnotherNode() {
    node.bus().sessions.add(new SocketSession("bob", "secret", Set.of("bob"), Map.of(), "1"));
    node.bus().pass(4);
  }

  private void hear(int place) {
    node.bus()
        .hear(
            place,
            "{\"type\":3,\"uid\":\"x\",\"nsp\":\"/\",\"data\":{\"packet\":{\"type\":2,\"data\":[\"hi\"]},"
                + "\"opts\":{\"rooms\":[],\"except\":[],\"flags\":{}}}}");
  }

  private CompletableFuture<Optional<RestoredSession>> comesBack(String offset) {
    return node.adapter
        .recovery()
        .orElseThrow()
        .restoreSession("secret", offset)
        .toCompletableFuture();
  }

  @Test
  void whoHasSeenNoMoreThanThisNodeIsLetInAtOnce() {
    assertThat(comesBack("4").join()).isPresent();
  }

  @Test
  void whoHasSeenMoreWaitsUntilThisNodeHasSeenIt() {
    CompletableFuture<Optional<RestoredSession>> bob = comesBack("6");
    hear(5);
    assertThat(bob).isNotDone();
    hear(6);
    assertThat(bob.join()).isPresent();
  }

  @Test
  void whatComesInOtherNamespacesCounts() {
    CompletableFuture<Optional<RestoredSession>> bob = comesBack("6");
    node.bus().pass(7);
    node.time.advance(ofMillis(100));
    assertThat(bob.join()).isPresent();
  }

  @Test
  void aNodeThatStaysBehindLetsNobodyWaitForEver() {
    CompletableFuture<Optional<RestoredSession>> bob = comesBack("6");
    node.time.advance(ofSeconds(5));
    assertThat(bob).isCompletedExceptionally();
  }

  @Test
  void nobodyIsLookedForWhenAllHaveArrived() {
    int before = node.time.pendingTimers();
    comesBack("6");
    hear(6);
    node.time.advance(ofMillis(100));
    assertThat(node.time.pendingTimers()).isEqualTo(before);
  }

  @Test
  void whatIsNoOffsetOfThisHistoryIsNotWaitedFor() {
    assertThat(comesBack("1700000000000-0").join()).isEmpty();
  }
}
