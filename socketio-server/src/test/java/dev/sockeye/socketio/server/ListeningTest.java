// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.AnswerException;
import dev.sockeye.socketio.BindingException;
import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.TypeReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The many ways to listen to events. */
class ListeningTest {
  private final TestServer server = new TestServer();
  private final AtomicReference<Socket> socket = new AtomicReference<>();
  private final List<Object> heard = new ArrayList<>();
  private TestClient client;

  record Point(int x, int y) {}

  record Meeting(Instant at, Duration length, Optional<String> note) {}

  @BeforeEach
  void connect() {
    server.io.onConnection(socket::set);
    client = server.connect();
  }

  @Test
  void onceMeansOnce() {
    socket.get().once("a", (args, ack) -> heard.add(args.integer(0)));
    client.send("42[\"a\",1]", "42[\"a\",2]");
    assertThat(heard).containsExactly(1);
  }

  @Test
  void onceMayBeTypedAndCancelled() {
    socket.get().once("a", Point.class, heard::add);
    socket.get().once("a", TypeReference.of(Point.class), heard::add).cancel();
    client.send("42[\"a\",{\"x\":1,\"y\":2}]", "42[\"a\",{\"x\":3,\"y\":4}]");
    assertThat(heard).containsExactly(new Point(1, 2));
  }

  @Test
  void offRemovesTheListenersOfOneEvent() {
    socket.get().on("a", () -> heard.add("a"));
    socket.get().on("b", () -> heard.add("b"));
    socket.get().off("a");
    client.send("42[\"a\"]", "42[\"b\"]");
    assertThat(heard).containsExactly("b");
  }

  @Test
  void offWithoutANameRemovesThoseOfAllEvents() {
    socket.get().on("a", () -> heard.add("a"));
    socket.get().onDisconnect((reason, details) -> heard.add("end"));
    socket.get().off();
    client.send("42[\"a\"]", "41");
    assertThat(heard).containsExactly("end");
  }

  @Test
  void twoArgumentsMayBeTyped() {
    socket.get().on("a", Point.class, String.class, (point, name) -> heard.add(name + point.x()));
    client.send("42[\"a\",{\"x\":1,\"y\":2},\"n\"]");
    assertThat(heard).containsExactly("n1");
  }

  @Test
  void threeArgumentsMayBeTyped() {
    socket.get().on("a", int.class, long.class, double.class, (i, l, d) -> heard.add(i + l + d));
    client.send("42[\"a\",1,2,0.5]");
    assertThat(heard).containsExactly(3.5);
  }

  @Test
  void fourArgumentsMayBeTyped() {
    socket
        .get()
        .on(
            "a",
            Integer.class,
            String.class,
            boolean.class,
            byte[].class,
            (number, text, flag, blob) -> heard.add(number + text + flag + blob.length));
    client.send("451-[\"a\",1,\"t\",true,{\"_placeholder\":true,\"num\":0}]").sendBinary(1, 2);
    assertThat(heard).containsExactly("1ttrue2");
  }

  @Test
  void genericsMayBeMixedWithClasses() {
    socket
        .get()
        .on(
            "a",
            new TypeReference<List<Point>>() {},
            TypeReference.of(String.class),
            new TypeReference<Map<String, Point>>() {},
            TypeReference.of(Integer.class),
            (list, text, map, number) ->
                heard.add(list.get(0).x() + text + map.get("k").y() + number));
    client.send("42[\"a\",[{\"x\":1,\"y\":2}],\"t\",{\"k\":{\"x\":3,\"y\":4}},5]");
    assertThat(heard).containsExactly("1t45");
  }

  @Test
  void timesAndOptionalsBind() {
    socket.get().on("a", Meeting.class, heard::add);
    client.send("42[\"a\",{\"at\":\"2026-11-22T10:00:00Z\",\"length\":\"PT30M\",\"note\":null}]");
    assertThat(heard)
        .containsExactly(
            new Meeting(
                Instant.parse("2026-11-22T10:00:00Z"), Duration.ofMinutes(30), Optional.empty()));
  }

  @Test
  void anOptionalArgumentMayBeMissing() {
    socket
        .get()
        .on(
            "a",
            TypeReference.of(String.class),
            new TypeReference<Optional<Integer>>() {},
            (name, age) -> heard.add(name + age));
    client.send("42[\"a\",\"x\"]", "42[\"a\",\"y\",7]");
    assertThat(heard).containsExactly("xOptional.empty", "yOptional[7]");
  }

  @Test
  void anArgumentThatDoesNotBindIsOneErrorThatNamesAllThatMatters() {
    socket.get().onError((error, event) -> heard.add(event + ": " + error.getMessage()));
    socket.get().on("move", int.class, Point.class, (i, point) -> heard.add("heard"));
    client.send("42[\"move\",1,\"no point\"]", "42[\"move\",1]");
    assertThat(heard).hasSize(2);
    assertThat(heard.get(0))
        .asString()
        .startsWith(
            "move: argument 1 is not a " + Point.class.getTypeName() + ": it is \"no point\"");
    assertThat(heard.get(1))
        .isEqualTo("move: argument 1 is not a " + Point.class.getTypeName() + ": it is missing");
    assertThat(server.errors).isEmpty();
  }

  @Test
  void withoutAnErrorListenerTheServersHandlerGetsTheBindingException() {
    List<Throwable> errors = new ArrayList<>();
    TestServer other =
        new TestServer(options -> options.onError((error, who, event) -> errors.add(error)));
    other.io.onConnection(who -> who.on("a", Point.class, heard::add));
    other.connect().send("42[\"a\",[]]");
    assertThat(errors)
        .singleElement()
        .isInstanceOfSatisfying(
            BindingException.class,
            error -> {
              assertThat(error.index()).isZero();
              assertThat(error.type()).isEqualTo(Point.class);
            });
  }

  @Test
  void aBrokenPacketIsToldToTheErrorListeners() {
    socket.get().onError((error, event) -> heard.add(event + " " + error.getClass()));
    assertThat(client.send("42{}").isClosed()).isTrue();
    assertThat(heard).containsExactly("parse error " + ParseException.class);
  }

  @Test
  void anErrorListenerThatFailsIsReportedToTheServer() {
    socket
        .get()
        .onError(
            (error, event) -> {
              throw new IllegalStateException("oops");
            });
    socket.get().on("a", Point.class, heard::add);
    client.send("42[\"a\"]");
    assertThat(server.errors).containsExactly("a: oops");
  }

  @Test
  void aRequestMayHaveUpToFourArguments() {
    socket.get().onRequest("none", () -> "none");
    socket.get().onRequest("raw", args -> args.size());
    socket.get().onRequest("two", int.class, int.class, (a, b) -> a + b);
    socket.get().onRequest("three", int.class, int.class, int.class, (a, b, c) -> a + b + c);
    socket
        .get()
        .onRequest(
            "four", int.class, int.class, int.class, int.class, (a, b, c, d) -> a + b + c + d);
    client.send("421[\"none\"]", "422[\"raw\",1]", "423[\"two\",1,2]");
    client.send("424[\"three\",1,2,3]", "425[\"four\",1,2,3,4]");
    assertThat(client.received())
        .containsExactly("431[\"none\"]", "432[1]", "433[3]", "434[6]", "435[10]");
  }

  @Test
  void aRequestMayAnswerWithAnError() {
    socket
        .get()
        .onRequest(
            "now",
            () -> {
              throw new AnswerException(Map.of("error", "no such order"));
            });
    socket
        .get()
        .onRequest(
            "later",
            args ->
                CompletableFuture.completedFuture(1)
                    .thenApply(
                        one -> {
                          throw new AnswerException("no");
                        }));
    assertThat(client.send("421[\"now\"]", "422[\"later\"]").received())
        .containsExactly("431[{\"error\":\"no such order\"}]", "432[\"no\"]");
    assertThat(server.errors).isEmpty();
  }

  @Test
  void reservedNamesCanNotBeListenedTo() {
    assertThatThrownBy(() -> socket.get().once("disconnect", (args, ack) -> heard.add(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
