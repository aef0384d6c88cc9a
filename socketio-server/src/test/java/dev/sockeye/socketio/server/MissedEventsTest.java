// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** §22 of the specification: what a client has missed, and how its server knows. */
class MissedEventsTest {
  private final TestServer server = ReturningClient.server(options -> options, builder -> {});
  private final ReturningClient ann = new ReturningClient(server);
  private final Socket socket = server.io.of("/").socket(ann.id).orElseThrow();

  @Test
  void anEventEndsWithItsOffset() {
    server.io.emit("hi", 1);
    socket.emit("you");
    server.host.runPending();
    assertThat(ann.connection.received())
        .satisfiesExactly(
            all -> assertThat(all).matches("42\\[\"hi\",1,\"[0-9a-z]+\\.1\"]"),
            one -> assertThat(one).matches("42\\[\"you\",\"[0-9a-z]+\\.2\"]"));
  }

  @Test
  void anEventBeforeTheConfirmationHasAnOffsetToo() {
    server.io.use(pending -> pending.emit("early"));
    assertThat(server.open().send("40").received().get(0)).matches("42\\[\"early\",\"[^\"]+\"]");
  }

  @Test
  void aVolatileEventHasNoOffset() {
    server.io.asVolatile().emit("hi");
    socket.asVolatile().emit("you");
    server.host.runPending();
    assertThat(ann.connection.received()).containsExactly("42[\"hi\"]", "42[\"you\"]");
  }

  @Test
  void anEventThatWantsAnAnswerHasNoOffset() {
    server.io.emitWithAck("hi");
    socket.emitWithAck("you");
    server.host.runPending();
    assertThat(ann.connection.received()).containsExactly("420[\"hi\"]", "421[\"you\"]");
  }

  @Test
  void withoutTheOptionNothingIsAdded() {
    TestServer plain = new TestServer();
    TestClient client = plain.connect();
    plain.io.emit("hi");
    plain.host.runPending();
    assertThat(client.received()).containsExactly("42[\"hi\"]");
  }

  @Test
  void whatWasMissedComesBeforeTheConfirmation() {
    server.io.emit("1");
    ann.received();
    ann.drop();
    server.io.emit("2");
    server.io.to(ann.id).emit("3");
    assertThat(ann.comeBack()).containsExactly("42[\"2\"]", "42[\"3\"]");
    assertThat(ann.recovered).isTrue();
  }

  @Test
  void whoNeverGotAnEventMissesNoneEither() {
    ann.drop();
    server.io.emit("first");
    assertThat(ann.comeBack()).containsExactly("42[\"first\"]");
  }

  @Test
  void whatGotLostOnTheWayComesAgain() {
    server.io.emit("1");
    ann.received();
    server.io.emit("2");
    ann.dropUnread();
    server.io.emit("3");
    assertThat(ann.comeBack()).containsExactly("42[\"2\"]", "42[\"3\"]");
  }

  @Test
  void whatTheApplicationSendsToALostSocketIsMissedByIt() {
    ann.drop();
    socket.emit("hi");
    assertThat(ann.comeBack()).containsExactly("42[\"hi\"]");
  }

  @Test
  void whatIsSentToTheSocketOfBeforeReachesWhoIsBack() {
    ann.drop().comeBack();
    socket.emit("hi");
    assertThat(ann.received()).containsExactly("42[\"hi\"]");
  }

  @Test
  void attachmentsComeAgainToo() {
    ann.drop();
    server.io.emit("file", new byte[] {1});
    assertThat(ann.comeBack())
        .satisfiesExactly(
            event ->
                assertThat(event).isEqualTo("451-[\"file\",{\"_placeholder\":true,\"num\":0}]"),
            blob -> assertThat(blob).isEqualTo("0x01"));
  }

  @Test
  void anEventIsKeptAsItWasWhenItWasSent() {
    List<String> names = new ArrayList<>(List.of("a"));
    ann.drop();
    server.io.emit("names", names);
    names.clear();
    assertThat(ann.comeBack()).containsExactly("42[\"names\",[\"a\"]]");
  }

  @Test
  void whatAListenerOfOutgoingEventsSendsComesAfterTheEvent() {
    socket.onAnyOutgoing(
        (event, args) -> {
          if (event.equals("1")) {
            socket.emit("2");
          }
        });
    server.io.emit("1");
    assertThat(ann.received()).containsExactly("42[\"1\"]", "42[\"2\"]");
    assertThat(Objects.requireNonNull(ann.offset)).endsWith(".2");
  }

  @Test
  void anEventOfARoomBeforeItWasJoinedIsNotMissed() {
    server.io.to("a").emit("before");
    socket.join("a");
    server.io.to("a").emit("after");
    ann.dropUnread();
    assertThat(ann.comeBack()).containsExactly("42[\"after\"]");
  }

  @Test
  void whoHeardNothingForHoursComesBack() {
    server.io.emit("1");
    ann.received();
    ReturningClient bob = new ReturningClient(server);
    for (int i = 0; i < 1000; i++) {
      server.advance(Duration.ofSeconds(24));
      ann.connection.send("3");
      ann.connection.wire.received();
    }
    server.io.to(bob.id).emit("to others");
    ann.drop();
    server.io.emit("2");
    assertThat(ann.comeBack()).containsExactly("42[\"2\"]");
    assertThat(ann.recovered).isTrue();
  }

  @Test
  void whoMissedMoreThanIsKeptIsNew() {
    TestServer small = ReturningClient.server(o -> o.maxPackets(2), builder -> {});
    ReturningClient bob = new ReturningClient(small);
    bob.drop();
    small.io.emit("1");
    small.io.emit("2");
    small.io.emit("3");
    assertThat(bob.comeBack()).isEmpty();
    assertThat(bob.recovered).isFalse();
  }

  @Test
  void whoMissedMoreBytesThanAreKeptIsNew() {
    TestServer small = ReturningClient.server(o -> o.maxBytes(1000), builder -> {});
    ReturningClient bob = new ReturningClient(small);
    bob.drop();
    small.io.emit("1", "x".repeat(800));
    assertThat(bob.comeBack()).isEmpty();
    assertThat(bob.recovered).isFalse();
  }

  @Test
  void theOneThatWasLostFirstIsForgottenFirst() {
    TestServer small = ReturningClient.server(o -> o.maxSessions(1), builder -> {});
    ReturningClient bob = new ReturningClient(small);
    ReturningClient cem = new ReturningClient(small);
    bob.drop();
    cem.drop();
    bob.comeBack();
    cem.comeBack();
    assertThat(List.of(bob.recovered, cem.recovered)).containsExactly(false, true);
  }
}
