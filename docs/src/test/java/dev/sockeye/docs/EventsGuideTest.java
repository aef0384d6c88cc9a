// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.TestClient;
import dev.sockeye.testkit.TestHost;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/events.md says of its snippets. */
@Timeout(60)
class EventsGuideTest {
  private static final Map<String, Object> TEA =
      Map.of("item", "tea", "count", 2, "due", "2026-05-01");

  private final SocketIoServer io = SocketIoServer.create();
  private final TestHost host = TestHost.of(io.service());
  private final List<Object> heard = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    host.close();
  }

  /**
   * A client of a server whose connections get these listeners; "done" tells that all was heard.
   */
  private TestClient client(Consumer<Socket> listeners) {
    io.onConnection(
        socket -> {
          listeners.accept(socket);
          socket.onRequest("done", () -> true);
        });
    return host.connect();
  }

  @Test
  void anythingThatJsonHasCanBeSent() {
    TestClient client = client(socket -> EventsGuide.emitting(socket, new byte[] {1}));
    assertThat(client.receive("order", EventsGuide.Order.class).due()).isEqualTo("2026-05-01");
    assertThat(client.receive("image").args().get(0, Map.class))
        .containsEntry("data", new byte[] {1});
    assertThat(client.receive("several").args().toList())
        .containsExactly(1, "two", List.of(3, 4), null);
  }

  @Test
  void argumentsAreBoundToTheTypesOfTheListener() {
    TestClient client = client(socket -> EventsGuide.listening(socket, heard));
    client.emit("stop").emit("order", TEA).emit("move", 1, 2).emit("orders", List.of(TEA));
    client.emit("search", "tea").emit("search", "tea", 3);
    assertThat(client.emitWithAck("upload", "logo.png", new byte[7]).string(0)).isEqualTo("ok");
    assertThat(heard)
        .containsExactly(
            "stop", LocalDate.of(2026, 5, 1), 3, 1, "tea 10", "tea 3", "logo.png has 7 bytes");
  }

  @Test
  void whatARequestReturnsIsTheAnswer() {
    TestClient client =
        client(
            socket ->
                EventsGuide.requests(
                    socket, order -> CompletableFuture.supplyAsync(() -> order.count() * 100L)));
    assertThat(client.emitWithAck("add", 1, 2).integer(0)).isEqualTo(3);
    assertThat(client.emitWithAck("save", TEA).integer(0)).isEqualTo(200);
    assertThat(client.emitWithAck("find", 7).get(0)).isEqualTo(Map.of("error", "no order 7"));
  }

  @Test
  void aListenerMayWaitForTheAnswerOfItsClient() {
    TestClient client = client(socket -> EventsGuide.asking(socket, heard));
    client.emit("start");
    client.receive("name").reply("Anna");
    client.emitWithAck("done");
    assertThat(heard).containsExactly("Anna");
  }

  @Test
  void theAnswersOfAllAreHeardAsTheyCome() {
    TestClient anna = client(socket -> socket.emit("begin"));
    TestClient ben = host.connect();
    anna.receive("begin");
    ben.receive("begin");
    CompletableFuture<Integer> missing = EventsGuide.askingAll(io, heard);
    ben.receive("vote").reply("tea");
    ben.emitWithAck("done"); // his answer was there before
    anna.receive("vote");
    host.advance(Duration.ofSeconds(10));
    assertThat(missing.join()).isEqualTo(1);
    assertThat(heard).containsExactly("tea");
  }

  @Test
  void listenersCanBeTakenAway() {
    TestClient client = client(socket -> EventsGuide.once(socket, heard));
    client.emit("ready", "first").emit("ready", "second");
    client.emit("move", 1).emit("still").emit("move", 2);
    client.emitWithAck("done");
    assertThat(heard).containsExactly("first", 1);
  }

  @Test
  void allListenersOfAnEventCanBeTakenAway() {
    TestClient client = client(socket -> EventsGuide.once(socket, heard));
    client.emit("quiet").emit("move", 1).emitWithAck("done");
    assertThat(heard).isEmpty();
  }

  @Test
  void catchAllListenersHearEverything() {
    TestClient client = client(socket -> EventsGuide.catchAll(socket, heard));
    client.emit("a", 1);
    client.emitWithAck("done");
    io.emit("b", 2);
    client.receive("b");
    assertThat(heard).containsExactly("in a[1]", "in done[]", "out b[2]");
  }

  @Test
  void anArgumentThatDoesNotFitIsNamed() {
    TestClient client =
        client(
            socket -> {
              EventsGuide.errors(socket);
              EventsGuide.listening(socket, heard);
            });
    client.emit("move", 1, "far");
    assertThat(client.receive("problem").args().toList().toString())
        .contains("move", "argument 1", "int");
  }

  @Test
  void theEndIsToldTwiceBeforeAndAfterTheRoomsAreLeft() {
    EventsGuide.ends(io);
    io.onConnection(socket -> socket.join("lobby"));
    TestClient anna = client(socket -> socket.emit("begin"));
    TestClient ben = host.connect();
    ben.receive("begin");
    anna.disconnect();
    assertThat(ben.receive("leaves").args().string(1)).isEqualTo("client namespace disconnect");
    assertThat(ben.receive("online", Integer.class)).isEqualTo(1);
  }
}
