// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of requests that mustn't be made at a time, where one server gets them all. */
interface OverlapRules {

  Target target();

  @Test
  default void aSecondPollBesideThePendingOneEndsTheSession() {
    PollingPeer peer = PollingPeer.open(target().unhurried(), "EIO=4");
    HttpExchange first = peer.beginPoll();
    assertThat(peer.poll().status()).isIn(400, 500);
    assertThat(first.answer().text()).isEqualTo("1");
    assertThat(peer.poll().status()).isEqualTo(400);
  }
}
