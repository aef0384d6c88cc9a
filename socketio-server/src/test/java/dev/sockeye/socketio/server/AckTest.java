// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.EventListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Answers of the server to events of the client. */
class AckTest {
  private final TestServer server = new TestServer();
  private final List<Object> seen = new ArrayList<>();

  record Order(String item, int count) {}

  @Test
  void anAnswerMayHaveAnyNumberOfArguments() {
    on("ask", (args, ack) -> ack.send(1, null, "x"));
    assertThat(server.connect().send("427[\"ask\"]").received())
        .containsExactly("437[1,null,\"x\"]");
  }

  @Test
  void anAnswerMayBeEmpty() {
    on("ask", (args, ack) -> ack.send());
    assertThat(server.connect().send("420[\"ask\"]").received()).containsExactly("430[]");
  }

  @Test
  void anAnswerNamesItsNamespace() {
    server.io.of("/admin").onConnection(socket -> socket.on("ask", (args, ack) -> ack.send("yes")));
    assertThat(server.connect("/admin").send("42/admin,7[\"ask\"]").received())
        .containsExactly("43/admin,7[\"yes\"]");
  }

  @Test
  void onlyTheFirstAnswerCounts() {
    on("ask", (args, ack) -> seen.add(ack.send("first") + " " + ack.send("second")));
    assertThat(server.connect().send("421[\"ask\"]").received()).containsExactly("431[\"first\"]");
    assertThat(seen).containsExactly("true false");
  }

  @Test
  void noAnswerIsSentWhereNoneIsWanted() {
    on("ask", (args, ack) -> seen.add(ack.isWanted() + " " + ack.send("x")));
    assertThat(server.connect().send("42[\"ask\"]").received()).isEmpty();
    assertThat(seen).containsExactly("false false");
  }

  @Test
  void anAnswerMayComeLater() {
    List<Ack> acks = new ArrayList<>();
    on("ask", (args, ack) -> acks.add(ack));
    TestClient client = server.connect().send("427[\"ask\"]");
    acks.get(0).send("later");
    server.host.runPending();
    assertThat(client.received()).containsExactly("437[\"later\"]");
  }

  @Test
  void anAnswerAfterTheEndHasNoEffect() {
    List<Ack> acks = new ArrayList<>();
    on("ask", (args, ack) -> acks.add(ack));
    server.connect().send("427[\"ask\"]", "41");
    assertThat(acks.get(0).send("late")).isFalse();
  }

  @Test
  void anAnswerThatCanNotBeEncodedMayBeReplaced() {
    on(
        "ask",
        (args, ack) -> {
          try {
            ack.send(new Object[] {failing()});
          } catch (IllegalArgumentException e) {
            ack.send("sorry");
          }
        });
    assertThat(server.connect().send("427[\"ask\"]").received()).containsExactly("437[\"sorry\"]");
  }

  @Test
  void binaryAnswersHaveAttachments() {
    on("ask", (args, ack) -> ack.send(new byte[] {9}));
    assertThat(server.connect().send("427[\"ask\"]").received())
        .containsExactly("461-7[{\"_placeholder\":true,\"num\":0}]", "0x09");
  }

  @Test
  void theResultOfARequestIsItsAnswer() {
    server.io.onConnection(
        socket ->
            socket.onRequest(
                "double", Order.class, order -> new Order(order.item(), 2 * order.count())));
    assertThat(server.connect().send("427[\"double\",{\"item\":\"tea\",\"count\":2}]").received())
        .containsExactly("437[{\"item\":\"tea\",\"count\":4}]");
  }

  @Test
  void theResultOfARequestsStageIsItsAnswer() {
    CompletableFuture<String> result = new CompletableFuture<>();
    server.io.onConnection(socket -> socket.onRequest("ask", Integer.class, number -> result));
    TestClient client = server.connect().send("427[\"ask\",1]");
    assertThat(client.received()).isEmpty();
    result.complete("done");
    server.host.runPending();
    assertThat(client.received()).containsExactly("437[\"done\"]");
  }

  @Test
  void aRequestThatFailsIsReportedAndNotAnswered() {
    server.io.onConnection(
        socket -> {
          socket.onRequest(
              "now",
              Integer.class,
              number -> {
                throw new IllegalStateException("now");
              });
          socket.onRequest(
              "later",
              Integer.class,
              number -> CompletableFuture.failedFuture(new IllegalStateException("later")));
        });
    assertThat(server.connect().send("421[\"now\",1]", "422[\"later\",1]").received()).isEmpty();
    assertThat(server.errors).containsExactly("now: now", "later: later");
  }

  private void on(String event, EventListener listener) {
    server.io.onConnection(socket -> socket.on(event, listener));
  }

  private static Object failing() {
    return new Object() {
      @SuppressWarnings("unused") // read by the JSON library
      public String getValue() {
        throw new IllegalStateException("no value");
      }
    };
  }
}
