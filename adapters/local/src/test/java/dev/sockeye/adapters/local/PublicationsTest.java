// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node sends reaches its own sockets when the backend has it, in the order of the calls. */
class PublicationsTest {
  private static final BroadcastOptions HERE =
      new BroadcastOptions(Set.of(), Set.of(), BroadcastFlags.DEFAULTS.withLocal());

  private final WireNode node = WireNode.started();

  @BeforeEach
  void theGreetingIsOut() {
    node.bus().confirm();
    node.bus().said.clear();
  }

  @Test
  void anEventIsWrittenAsTheOfficialAdapterWritesIt() {
    node.emit("a");
    assertThat(node.bus().said)
        .containsExactly(
            "{\"type\":3,\"data\":{\"packet\":{\"type\":2,\"data\":[\"a\"]},\"opts\":{\"rooms\":[],"
                + "\"except\":[],\"flags\":{}}},\"uid\":\"me\",\"nsp\":\"/\"}");
  }

  @Test
  void anEventWaitsForTheBackend() {
    node.emit("a");
    assertThat(node.happened()).isEmpty();
    node.bus().confirm();
    assertThat(node.happened()).containsExactly("[a] to [ann]");
  }

  @Test
  void whatIsConfirmedSoonerWaitsForWhatWasSentBefore() {
    node.emit("a");
    node.emit("b");
    PublishCallback first = node.bus().leaveOpen();
    node.bus().confirm();
    assertThat(node.happened()).isEmpty();
    first.onPublished(Optional.empty());
    assertThat(node.happened()).containsExactly("[a] to [ann]", "[b] to [ann]");
  }

  @Test
  void whatStaysHereDoesNotOvertake() {
    node.emit("a");
    node.emit("b", HERE);
    assertThat(node.happened()).isEmpty();
    node.bus().confirm();
    assertThat(node.happened()).containsExactly("[a] to [ann]", "[b] to [ann]");
  }

  @Test
  void whatTheBackendRefusesReachesThoseAtHome() {
    node.emit("a");
    node.bus().refuse();
    assertThat(node.happened()).containsExactly("[a] to [ann]");
    assertThat(node.told).containsExactly("unsent");
  }

  @Test
  void nothingWaitsLongerThanPublishTimeout() {
    node.emit("a");
    node.time.advance(ofSeconds(3));
    node.emit("b");
    node.time.advance(ofSeconds(2));
    assertThat(node.happened()).containsExactly("[a] to [ann]");
    node.time.advance(ofSeconds(3));
    assertThat(node.happened()).containsExactly("[b] to [ann]");
  }

  @Test
  void whatIsConfirmedTooLateDoesNotHappenTwice() {
    node.emit("a");
    node.time.advance(ofSeconds(5));
    node.bus().confirm();
    assertThat(node.happened()).containsExactly("[a] to [ann]");
  }

  @Test
  void whatCannotBeWrittenHappensNowhere() {
    node.bus().bePicky();
    assertThatIllegalArgumentException().isThrownBy(() -> node.emit("a"));
    node.emit("b");
    node.bus().confirm();
    assertThat(node.happened()).containsExactly("[b] to [ann]");
  }

  @Test
  void whatOthersSayDoesNotWait() {
    node.emit("a");
    node.bus()
        .hear(
            "{\"type\":3,\"uid\":\"bob\",\"nsp\":\"/\",\"data\":{\"packet\":{\"type\":2,\"data\":[\"b\"]},"
                + "\"opts\":{\"rooms\":[],\"except\":[],\"flags\":{}}}}");
    assertThat(node.happened()).containsExactly("[b] to [ann]");
  }
}
