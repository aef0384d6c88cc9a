// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How events of the server are heard, and answered. */
class EventTest {
  private final ScriptedServer server = new ScriptedServer();
  private final SocketIoClient client = server.client().build();
  private final ClientSocket socket = client.socket();
  private final ScriptedPeer peer = server.join();
  private final List<Object> heard = new ArrayList<>();

  EventTest() {
    peer.receive();
  }

  record Order(String item, int count) {}

  @Test
  void aListenerGetsTheArguments() {
    socket.on("order", (args, ack) -> heard.addAll(args.toList()));
    peer.send("42[\"order\",\"pear\",2]");
    assertThat(heard).containsExactly("pear", 2);
  }

  @Test
  void aTypedListenerGetsARecord() {
    socket.on("order", Order.class, heard::add);
    peer.send("42[\"order\",{\"item\":\"pear\",\"count\":2}]");
    assertThat(heard).containsExactly(new Order("pear", 2));
  }

  @Test
  void blobsComeAsBytes() {
    socket.on("file", (args, ack) -> heard.add(args.bytes(0).length));
    peer.send("451-[\"file\",{\"_placeholder\":true,\"num\":0}]").sendBinary(1, 2, 3);
    assertThat(heard).containsExactly(3);
  }

  @Test
  void listenersAreCalledInTheirOrderAndMayBeRemoved() {
    Subscription first = socket.on("x", () -> heard.add(1));
    socket.on("x", () -> heard.add(2));
    peer.send("42[\"x\"]");
    first.cancel();
    peer.send("42[\"x\"]");
    assertThat(heard).containsExactly(1, 2, 2);
  }

  @Test
  void aListenerOfTheNextEventIsCalledOnce() {
    socket.once("x", (args, ack) -> heard.add(1));
    peer.send("42[\"x\"]", "42[\"x\"]");
    assertThat(heard).containsExactly(1);
  }

  @Test
  void allListenersMayBeRemoved() {
    socket.on("x", () -> heard.add(1));
    socket.on("y", () -> heard.add(2));
    socket.off("x");
    peer.send("42[\"x\"]", "42[\"y\"]");
    socket.off();
    peer.send("42[\"y\"]");
    assertThat(heard).containsExactly(2);
  }

  @Test
  void aListenerMayAnswerOnce() {
    socket.on(
        "ask", (args, ack) -> heard.addAll(List.of(ack.isWanted(), ack.send("yes"), ack.send())));
    peer.send("423[\"ask\"]");
    assertThat(heard).containsExactly(true, true, false);
    assertThat(peer.receive()).containsExactly("433[\"yes\"]");
  }

  @Test
  void theResultOfARequestListenerIsTheAnswer() {
    socket.onRequest("add", args -> args.integer(0) + args.integer(1));
    peer.send("421[\"add\",1,2]");
    assertThat(peer.receive()).containsExactly("431[3]");
  }

  @Test
  void anAnswerToALostConnectionHasNoEffect() {
    List<dev.sockeye.socketio.Ack> acks = new ArrayList<>();
    socket.on("ask", (args, ack) -> acks.add(ack));
    peer.send("421[\"ask\"]");
    peer.drop();
    server.advance(java.time.Duration.ofSeconds(1));
    ScriptedPeer next = server.join();
    next.receive();
    assertThat(acks.get(0).send("late")).isFalse();
    assertThat(next.receive()).isEmpty();
  }

  @Test
  void aListenerThatThrowsHurtsNobody() {
    socket.on(
        "x",
        () -> {
          throw new IllegalStateException("on purpose");
        });
    socket.on("x", () -> heard.add("next"));
    peer.send("42[\"x\"]");
    assertThat(heard).containsExactly("next");
    assertThat(server.errors).containsExactly("x: on purpose");
    assertThat(socket.isConnected()).isTrue();
  }

  @Test
  void anErrorInAListenerOfTheLifeCycleIsIsolated() {
    socket.onDisconnect(
        (reason, details) -> {
          throw new IllegalStateException("on purpose");
        });
    client.onClose((reason, details) -> heard.add("close"));
    peer.drop();
    assertThat(server.errors).containsExactly("disconnect: on purpose");
    assertThat(heard).containsExactly("close");
  }

  @Test
  void argumentsThatDoNotFitAreAnError() {
    socket.on("order", Order.class, heard::add);
    peer.send("42[\"order\",\"text\"]");
    assertThat(heard).isEmpty();
    assertThat(server.errors).singleElement().asString().startsWith("order: argument 0 is not a");
  }

  @Test
  void catchAllListenersComeFirst() {
    socket.on("x", () -> heard.add("x"));
    socket.onAny((event, args, ack) -> heard.add("any " + event + args.toList()));
    socket.prependAny((event, args, ack) -> heard.add("first"));
    peer.send("42[\"x\",1]");
    assertThat(heard).containsExactly("first", "any x[1]", "x");
  }

  @Test
  void catchAllListenersMayBeListedAndRemoved() {
    socket.onAny((event, args, ack) -> heard.add(event));
    assertThat(socket.listenersAny()).hasSize(1);
    socket.offAny();
    peer.send("42[\"x\"]");
    assertThat(heard).isEmpty();
  }

  @Test
  void eventsOfOtherNamespacesAreNotHeard() {
    socket.onAny((event, args, ack) -> heard.add(event));
    peer.send("42/admin,[\"x\"]");
    assertThat(heard).isEmpty();
  }

  @Test
  void aParserMayBeChosen() {
    ScriptedServer other = new ScriptedServer();
    ClientSocket packed = other.client().parser(MessagePackParser.create()).build().socket();
    other.accept();
    packed.emit("x", Map.of());
    assertThat(other.newest().receive()).allMatch(message -> message.startsWith("binary["));
  }
}
