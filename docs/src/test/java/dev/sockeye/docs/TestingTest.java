// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.server.ConnectionRefusedException;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.ConnectErrorException;
import dev.sockeye.testkit.ReceivedEvent;
import dev.sockeye.testkit.TestClient;
import dev.sockeye.testkit.TestHost;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/testing.md shows. */
@Timeout(60)
class TestingTest {
  // tag::application[]
  record Line(String author, String text) {}

  static void installChat(SocketIoServer io) {
    io.of("/chat")
        .use(
            socket -> {
              if (!socket.handshake().auth().containsKey("name")) {
                throw new ConnectionRefusedException("who are you?");
              }
            });
    io.of("/chat")
        .onConnection(
            socket -> {
              Object name = socket.handshake().auth().get("name");
              socket.join("lobby");
              socket.on(
                  "say",
                  String.class,
                  text -> socket.to("lobby").emit("said", new Line(name.toString(), text)));
              socket.on("count", (args, ack) -> ack.send(io.of("/chat").sockets().size()));
              socket.emit("welcome");
            });
  }

  // end::application[]

  private final SocketIoServer io = SocketIoServer.create();

  // tag::one[]
  @Test
  void theLobbyIsCounted() {
    installChat(io);
    try (TestClient anna = TestClient.connect(io.service(), "/chat", Map.of("name", "Anna"))) {
      assertThat(anna.emitWithAck("count").integer(0)).isEqualTo(1);
    }
  }

  // end::one[]

  // tag::two[]
  @Test
  void theOthersHearWhatOneSays() {
    installChat(io);
    try (TestHost host = TestHost.of(io.service())) {
      TestClient anna = host.connect("/chat", Map.of("name", "Anna"));
      TestClient ben = host.connect("/chat", Map.of("name", "Ben"));
      anna.receive("welcome");
      ben.receive("welcome"); // both are in the lobby
      anna.emit("say", "hello");
      assertThat(ben.receive("said", Line.class)).isEqualTo(new Line("Anna", "hello"));

      ben.emit("say", "hi");
      assertThat(anna.receive("said", Line.class)).isEqualTo(new Line("Ben", "hi"));
      assertThat(anna.unread()).isEmpty(); // not what she said herself
    }
  }

  // end::two[]

  // tag::refused[]
  @Test
  void whoHasNoNameIsRefused() {
    installChat(io);
    assertThatThrownBy(() -> TestClient.connect(io.service(), "/chat"))
        .isInstanceOf(ConnectErrorException.class)
        .hasMessage("who are you?");
  }

  // end::refused[]

  @Test
  void acksAndTime() {
    CompletableFuture<Integer> answered = new CompletableFuture<>();
    CompletableFuture<Throwable> gaveUp = new CompletableFuture<>();
    io.onConnection(
        socket -> {
          socket.emitWithAck("age").thenAccept(args -> answered.complete(args.integer(0)));
          socket
              .timeout(Duration.ofMinutes(1))
              .emitWithAck("never answered")
              .whenComplete((args, failure) -> gaveUp.complete(failure));
        });
    // tag::acks[]
    try (TestHost host = TestHost.of(io.service())) {
      TestClient client = host.connect();
      ReceivedEvent question = client.receive("age");
      question.reply(42);

      client.receive("never answered");
      host.advance(Duration.ofMinutes(1)); // no test waits for a minute
      // end::acks[]
      assertThat(answered.join()).isEqualTo(42);
      assertThat(gaveUp.join()).isNotNull();
    }
  }

  @Test
  void headersAndTheEnd() {
    io.onConnection(
        socket -> {
          socket.emit("cookie", socket.handshake().headers().first("Cookie").orElse(""));
          socket.on("image", (args, ack) -> ack.send(args.bytes(0).length));
          socket.on("bye", (args, ack) -> socket.disconnect());
        });
    // tag::more[]
    try (TestHost host = TestHost.of(io.service())) {
      TestClient client = host.client().header("Cookie", "session=1").query("lang", "de").connect();
      assertThat(client.receive("cookie").args().string(0)).isEqualTo("session=1");
      assertThat(client.emitWithAck("image", new byte[] {1, 2, 3}).integer(0)).isEqualTo(3);
      client.emit("bye");
      assertThat(client.awaitDisconnect()).isEqualTo("io server disconnect");
    }
    // end::more[]
  }
}
