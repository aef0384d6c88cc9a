// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import dev.sockeye.socketio.BindingException;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.TypeReference;
import dev.sockeye.testkit.ConnectErrorException;
import dev.sockeye.testkit.ReceivedEvent;
import dev.sockeye.testkit.TestClient;
import dev.sockeye.testkit.TestHost;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the test kit offers to applications, with a server as they use it: its default threads. */
@Timeout(60)
class TestKitTest {
  private final SocketIoServer io = SocketIoServer.create();
  private final TestHost host = TestHost.of(io.service());

  @AfterEach
  void close() {
    host.close();
  }

  private TestClient echo() {
    io.onConnection(
        socket -> {
          socket.on("echo", (args, ack) -> socket.emit("echo", args.get(0)));
          socket.on("ask", (args, ack) -> ack.send(args.get(0), args.size()));
        });
    return host.connect();
  }

  @Test
  void aClientIsOneLine() {
    io.of("/chat").onConnection(socket -> socket.emit("welcome", socket.handshake().auth()));
    try (TestClient client = TestClient.connect(io.service(), "/chat", Map.of("name", "Anna"))) {
      assertThat(client.receive("welcome", Map.class)).isEqualTo(Map.of("name", "Anna"));
    }
  }

  @Test
  void aClientHasTheIdOfItsSocket() {
    CompletableFuture<String> id = new CompletableFuture<>();
    io.onConnection(socket -> id.complete(socket.id()));
    assertThat(host.connect().id()).isEqualTo(id.join());
  }

  record Point(int x, int y) {}

  @Test
  void argumentsAreBoundToTypes() {
    TestClient client = echo();
    client.emit("echo", new Point(1, 2)).emit("echo", List.of(new Point(3, 4)));
    assertThat(client.receive("echo", Point.class)).isEqualTo(new Point(1, 2));
    assertThat(client.receive("echo", new TypeReference<List<Point>>() {}))
        .containsExactly(new Point(3, 4));
  }

  @Test
  void anArgumentThatDoesNotFitIsABindingError() {
    TestClient client = echo().emit("echo", "text");
    assertThatThrownBy(() -> client.receive("echo", Point.class))
        .isInstanceOf(BindingException.class);
  }

  @Test
  void blobsTravelBothWays() {
    TestClient client = echo().emit("echo", new byte[] {1, 2, 3});
    assertThat(client.receive("echo").args().bytes(0)).containsExactly(1, 2, 3);
  }

  @Test
  void theServerAnswers() {
    assertThat(echo().emitWithAck("ask", "what", 2).toList()).containsExactly("what", 2);
  }

  @Test
  void theClientAnswers() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    io.onConnection(
        socket ->
            socket.emitWithAck("question", 42).thenAccept(args -> answer.complete(args.string(0))));
    ReceivedEvent question = host.connect().receive("question");
    assertThat(question.args().integer(0)).isEqualTo(42);
    question.reply("an answer");
    assertThat(answer.join()).isEqualTo("an answer");
  }

  @Test
  void whatWantsNoAnswerCannotBeAnswered() {
    ReceivedEvent event = echo().emit("echo", 1).receive();
    assertThatIllegalStateException()
        .isThrownBy(() -> event.reply("no"))
        .withMessage("the server has sent \"echo\" with emit and not with emitWithAck");
  }

  @Test
  void clientsOfOneHostHearEachOther() {
    io.onConnection(
        socket -> {
          socket.join("lobby");
          socket.on("say", String.class, text -> socket.to("lobby").emit("said", text));
          socket.emit("joined");
        });
    TestClient anna = host.connect();
    TestClient ben = host.connect();
    anna.receive("joined");
    ben.receive("joined");
    anna.emit("say", "hello");
    assertThat(ben.receive("said", String.class)).isEqualTo("hello");
    ben.emit("say", "hi");
    assertThat(anna.receive("said", String.class)).isEqualTo("hi");
    assertThat(ben.unread()).isEmpty();
  }

  @Test
  void whatWasNotAskedForStaysUnread() {
    TestClient client = echo();
    client.emitWithAck("ask");
    client.emit("echo", 1).emit("echo", 2);
    assertThat(client.receive("echo", Integer.class)).isEqualTo(1);
    client.emitWithAck("ask");
    assertThat(client.unread()).hasToString("[echo[2]]");
  }

  @Test
  void whatDoesNotComeFailsTheTestAndSaysWhatCame() {
    echo();
    TestClient client = host.client().patience(ofMillis(50)).connect();
    client.emit("echo", "a").emitWithAck("ask");
    assertThatThrownBy(() -> client.receive("news"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("no \"news\" was received within PT0.05S; unread: [echo[a]]");
    assertThatThrownBy(() -> client.emitWithAck("nobody listens"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("no answer to \"nobody listens\" within PT0.05S");
  }

  @Test
  void aRefusedClientHearsWhy() {
    io.of("/admin")
        .use(
            socket -> {
              throw new ConnectionRefusedException("not you", Map.of("hint", "log in"));
            });
    assertThatThrownBy(() -> host.connect("/admin"))
        .hasMessage("not you")
        .asInstanceOf(throwable(ConnectErrorException.class))
        .extracting(ConnectErrorException::data)
        .isEqualTo(Map.of("hint", "log in"));
  }

  @Test
  void aNamespaceThatIsNotThereRefuses() {
    assertThatThrownBy(() -> host.connect("/nowhere"))
        .isInstanceOf(ConnectErrorException.class)
        .hasMessage("Invalid namespace");
  }

  @Test
  void theHandshakeHasHeadersAndParameters() {
    io.onConnection(
        socket ->
            socket.emit(
                "you",
                socket.handshake().headers().first("Cookie").orElse(""),
                socket.handshake().query().get("room")));
    TestClient client = host.client().header("Cookie", "sid=1").query("room", "a & b").connect();
    assertThat(client.receive("you").args().toList()).containsExactly("sid=1", "a & b");
  }

  @Test
  void theServerDisconnectsTheClient() {
    io.onConnection(socket -> socket.on("bye", (args, ack) -> socket.disconnect()));
    TestClient client = host.connect().emit("bye");
    assertThat(client.awaitDisconnect()).isEqualTo("io server disconnect");
    assertThat(client.isConnected()).isFalse();
    assertThatThrownBy(() -> client.receive("more"))
        .hasMessage("no \"more\" was received before the end (io server disconnect); unread: []");
  }

  @Test
  void theServerHearsOfAClientThatLeaves() {
    CompletableFuture<String> leaving = new CompletableFuture<>();
    CompletableFuture<String> closing = new CompletableFuture<>();
    io.onConnection(
        socket -> socket.onDisconnect((reason, details) -> leaving.complete(reason.text())));
    host.connect().disconnect();
    assertThat(leaving.join()).isEqualTo("client namespace disconnect");
    io.of("/other")
        .onConnection(
            socket -> socket.onDisconnect((reason, details) -> closing.complete(reason.text())));
    host.connect("/other").close();
    assertThat(closing.join()).isEqualTo("transport close");
  }

  @Test
  void timePassesWhenTheTestSaysSo() {
    CompletableFuture<String> failure = new CompletableFuture<>();
    io.onConnection(
        socket ->
            socket
                .timeout(ofSeconds(30))
                .emitWithAck("question")
                .whenComplete((args, e) -> failure.complete(e.getClass().getSimpleName())));
    host.connect().receive("question");
    assertThat(failure).isNotDone();
    host.advance(ofSeconds(30));
    assertThat(failure.join()).isEqualTo("AckTimeoutException");
  }

  @Test
  void heartbeatsAreAnswered() {
    TestClient client = echo();
    host.advance(ofSeconds(300));
    assertThat(client.emitWithAck("ask").toList()).containsExactly(null, 0);
  }

  @Test
  void anotherPathHasToBeNamed() {
    SocketIoServer elsewhere = SocketIoServer.builder().path("/ws").build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestHost.of(elsewhere.service()))
        .withMessageContaining("give its path to TestHost.of(service, path)");
    try (TestHost other = TestHost.of(elsewhere.service(), "/ws/")) {
      assertThat(other.connect().isConnected()).isTrue();
    }
  }

  @Test
  void aMessageOverTheLimitEndsTheConnection() {
    SocketIoServer small = SocketIoServer.builder().maxPayload(100).build();
    try (TestClient client = TestClient.connect(small.service())) {
      client.emit("long", "x".repeat(100));
      assertThat(client.awaitDisconnect()).isEqualTo("transport close");
    }
  }

  @Test
  void listenersMayRunOnTheEventLoop() {
    SocketIoServer direct = SocketIoServer.builder().dispatch(Dispatch.ioThread()).build();
    direct.onConnection(socket -> socket.on("echo", (args, ack) -> ack.send(args.get(0))));
    try (TestClient client = TestClient.connect(direct.service())) {
      assertThat(client.emitWithAck("echo", "x").string(0)).isEqualTo("x");
    }
  }

  @Test
  void aServerThatHasClosedRefuses() {
    io.close().join();
    assertThatThrownBy(host::connect)
        .isInstanceOf(ConnectErrorException.class)
        .hasMessage("HTTP 503: ");
  }
}
