// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatchAllTest {
  private final TestServer server = new TestServer();
  private final AtomicReference<Socket> socket = new AtomicReference<>();
  private final List<String> seen = new ArrayList<>();
  private TestClient client;

  @BeforeEach
  void connect() {
    server.io.onConnection(socket::set);
    client = server.connect();
  }

  @Test
  void allEventsAreHeardBeforeTheListenersOfTheirName() {
    socket.get().on("a", (args, ack) -> seen.add("named"));
    socket.get().onAny(event -> seen.add("any " + event));
    client.send("42[\"a\",1]", "42[\"b\"]");
    assertThat(seen).containsExactly("any a[1]", "named", "any b[]");
  }

  @Test
  void aPrependedListenerComesFirst() {
    socket.get().onAny(event -> seen.add("first"));
    socket.get().prependAny(event -> seen.add("prepended"));
    client.send("42[\"a\"]");
    assertThat(seen).containsExactly("prepended", "first");
  }

  @Test
  void theyCanBeTakenAwayOneByOneAndAllAtOnce() {
    Subscription one = socket.get().onAny(event -> seen.add("one"));
    socket.get().onAny(event -> seen.add("two"));
    one.cancel();
    client.send("42[\"a\"]");
    assertThat(socket.get().listenersAny()).hasSize(1);
    socket.get().offAny();
    client.send("42[\"b\"]");
    assertThat(seen).containsExactly("two");
    assertThat(socket.get().listenersAny()).isEmpty();
  }

  @Test
  void oneMayAnswer() {
    socket.get().onAny(event -> event.ack().send("any"));
    assertThat(client.send("421[\"a\"]").received()).containsExactly("431[\"any\"]");
  }

  @Test
  void oneThatFailsStopsNobody() {
    socket
        .get()
        .onAny(
            event -> {
              throw new IllegalStateException("oops");
            });
    socket.get().on("a", (args, ack) -> seen.add("heard"));
    client.send("42[\"a\"]");
    assertThat(seen).containsExactly("heard");
    assertThat(server.errors).containsExactly("a: oops");
  }

  @Test
  void outgoingEventsOfTheSocketAndOfBroadcastsAreHeardOnceEach() {
    socket.get().join("r1", "r2");
    socket.get().onAnyOutgoing((event, args) -> seen.add(event + args));
    server.run(
        () -> {
          socket.get().emit("own", 1);
          server.io.to("r1", "r2").emit("rooms", 2);
          server.io.emit("all", 3);
          socket.get().emitWithAck("ask", 4);
          server.io.emitWithAck("ask all", 5);
        });
    assertThat(seen).containsExactly("own[1]", "rooms[2]", "all[3]", "ask[4]", "ask all[5]");
  }

  @Test
  void answersAreNoOutgoingEvents() {
    socket.get().onAnyOutgoing((event, args) -> seen.add(event));
    socket.get().on("a", (args, ack) -> ack.send(1));
    client.send("421[\"a\"]");
    assertThat(seen).isEmpty();
  }

  @Test
  void otherSocketsEventsAreNotHeard() {
    socket.get().onAnyOutgoing((event, args) -> seen.add(event));
    TestClient other = server.connect();
    server.run(() -> server.io.to(other.id).emit("a"));
    assertThat(seen).isEmpty();
  }

  @Test
  void aPrependedOutgoingListenerComesFirst() {
    socket.get().onAnyOutgoing((event, args) -> seen.add("first"));
    socket.get().prependAnyOutgoing((event, args) -> seen.add("prepended"));
    server.run(() -> socket.get().emit("a"));
    assertThat(seen).containsExactly("prepended", "first");
  }

  @Test
  void outgoingListenersCanBeTakenAway() {
    socket.get().onAnyOutgoing((event, args) -> seen.add("one")).cancel();
    socket.get().onAnyOutgoing((event, args) -> seen.add("two"));
    assertThat(socket.get().listenersAnyOutgoing()).hasSize(1);
    socket.get().offAnyOutgoing();
    server.run(() -> socket.get().emit("a"));
    assertThat(seen).isEmpty();
  }
}
