// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.EventListener;
import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.TypeReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
  private final TestServer server = new TestServer();
  private final List<Object> heard = new ArrayList<>();

  record Order(String item, int count) {}

  @Test
  void argumentsComeInTheirOrder() {
    on("add", (args, ack) -> heard.addAll(args.toList()));
    server.connect().send("42[\"add\",1,\"two\",null,true]");
    assertThat(heard).isEqualTo(Arrays.asList(1, "two", null, true));
  }

  @Test
  void onlyTheListenersOfTheEventAreCalled() {
    on("a", (args, ack) -> heard.add("a"));
    on("b", (args, ack) -> heard.add("b"));
    server.connect().send("42[\"b\"]");
    assertThat(heard).containsExactly("b");
  }

  @Test
  void severalListenersAreCalledInTheirOrder() {
    on("a", (args, ack) -> heard.add(1));
    on("a", (args, ack) -> heard.add(2));
    server.connect().send("42[\"a\"]");
    assertThat(heard).containsExactly(1, 2);
  }

  @Test
  void aCancelledListenerHearsNothing() {
    server.io.onConnection(
        socket -> {
          Subscription first = socket.on("a", (args, ack) -> heard.add(1));
          socket.on("a", (args, ack) -> heard.add(2));
          first.cancel();
          first.cancel();
        });
    server.connect().send("42[\"a\"]");
    assertThat(heard).containsExactly(2);
  }

  @Test
  void anEventNobodyListensToIsIgnored() {
    assertThat(server.connect().send("42[\"a\"]", "421[\"b\"]").isClosed()).isFalse();
  }

  @Test
  void aTypedListenerGetsTheFirstArgumentBound() {
    server.io.onConnection(socket -> socket.on("order", Order.class, heard::add));
    server.connect().send("42[\"order\",{\"item\":\"tea\",\"count\":2}]");
    assertThat(heard).containsExactly(new Order("tea", 2));
  }

  @Test
  void aTypedListenerMayHaveAGenericType() {
    server.io.onConnection(
        socket ->
            socket.on(
                "orders", new TypeReference<List<Order>>() {}, orders -> heard.add(orders.get(0))));
    server.connect().send("42[\"orders\",[{\"item\":\"tea\",\"count\":2}]]");
    assertThat(heard).containsExactly(new Order("tea", 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"42[\"order\",\"tea\"]", "42[\"order\"]", "42[\"order\",null]"})
  void anArgumentThatDoesNotFitIsReportedAndTheSocketLivesOn(String packet) {
    server.io.onConnection(socket -> socket.on("order", Order.class, heard::add));
    TestClient client = server.connect().send(packet);
    assertThat(server.errors)
        .singleElement()
        .asString()
        .startsWith("order: argument 0 is not a " + Order.class.getName());
    client.send("42[\"order\",{\"item\":\"tea\",\"count\":2}]");
    assertThat(heard).containsExactly(new Order("tea", 2));
  }

  @Test
  void whatAListenerThrowsIsReportedAndTheNextOneIsCalled() {
    on(
        "a",
        (args, ack) -> {
          throw new java.io.IOException("disk full");
        });
    on("a", (args, ack) -> heard.add("next"));
    TestClient client = server.connect().send("42[\"a\"]");
    assertThat(server.errors).containsExactly("a: disk full");
    assertThat(heard).containsExactly("next");
    assertThat(client.isClosed()).isFalse();
  }

  @Test
  void anErrorHandlerThatThrowsCostsNobodyTheSocket() {
    TestServer clumsy =
        new TestServer(
            options ->
                options.onError(
                    (error, socket, event) -> {
                      throw new IllegalStateException("the handler");
                    }));
    clumsy.io.onConnection(
        socket -> {
          socket.on(
              "a",
              (args, ack) -> {
                throw new IllegalStateException("the listener");
              });
          socket.on("b", (args, ack) -> heard.add("b"));
        });
    clumsy.connect().send("42[\"a\"]", "42[\"b\"]");
    assertThat(heard).containsExactly("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connect",
        "connect_error",
        "disconnect",
        "disconnecting",
        "newListener",
        "removeListener"
      })
  void aReservedNameCanBeNeitherSentNorHeard(String name) {
    AtomicReference<Socket> socket = new AtomicReference<>();
    server.io.onConnection(socket::set);
    server.connect();
    assertThatThrownBy(() -> socket.get().emit(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + name + "\" is a reserved event name");
    assertThatThrownBy(() -> server.io.emit(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> socket.get().on(name, (args, ack) -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void binaryArgumentsAreSentAsAttachments() {
    server.io.onConnection(socket -> socket.emit("file", "a.bin", new byte[] {1, 2}));
    assertThat(server.open().send("40").received().subList(1, 3))
        .containsExactly("451-[\"file\",\"a.bin\",{\"_placeholder\":true,\"num\":0}]", "0x0102");
  }

  @Test
  void anArgumentThatCanNotBeEncodedIsTheCallersFault() {
    AtomicReference<Socket> socket = new AtomicReference<>();
    server.io.onConnection(socket::set);
    TestClient client = server.connect();
    assertThatThrownBy(() -> socket.get().emit("a", new Unreadable("x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> server.io.to("nobody").emit("a", new Unreadable("x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(client.isClosed()).isFalse();
  }

  @Test
  void aVolatileEventIsDroppedWhereItCanNotBeSentAtOnce() {
    AtomicReference<Socket> socket = new AtomicReference<>();
    server.io.onConnection(socket::set);
    TestClient client = server.connect();
    client.wire.setWritable(false);
    server.run(() -> socket.get().asVolatile().emit("position", 1));
    server.run(() -> socket.get().emit("message", 2));
    client.wire.setWritable(true);
    server.run(() -> socket.get().asVolatile().emit("position", 3));
    assertThat(client.received()).containsExactly("42[\"message\",2]", "42[\"position\",3]");
  }

  private void on(String event, EventListener listener) {
    server.io.onConnection(socket -> socket.on(event, listener));
  }

  record Unreadable(String value) {
    @Override
    public String value() {
      throw new IllegalStateException("no value");
    }
  }
}
