// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.ReceivedEvent;
import dev.sockeye.testkit.TestClient;
import dev.sockeye.testkit.TestHost;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/rooms.md says of its snippets. */
@Timeout(60)
class RoomsGuideTest {
  private final SocketIoServer io = SocketIoServer.create();
  private final TestHost host = TestHost.of(io.service());

  @AfterEach
  void close() {
    host.close();
  }

  /** A client in rooms. */
  private TestClient client(String... rooms) {
    TestClient client = host.connect("/", Map.of("rooms", List.of(rooms), "user", "Anna"));
    client.receive("begin");
    return client;
  }

  private void joinOnConnection() {
    io.onConnection(
        socket -> {
          ((List<?>) socket.handshake().auth().get("rooms"))
              .forEach(room -> socket.join((String) room));
          socket.onRequest("done", () -> true);
          socket.emit("begin");
        });
  }

  private List<String> heard(TestClient client) {
    io.emit("end");
    client.receive("end");
    return client.unread().stream().map(ReceivedEvent::name).toList();
  }

  @Test
  void theOthersInARoomHearWhatOneSaysThere() {
    RoomsGuide.join(io);
    joinOnConnection();
    TestClient anna = client();
    TestClient ben = client();
    ben.emit("join", "tea").emitWithAck("done");
    anna.emit("say", "tea", "hello");
    assertThat(ben.receive("said", String.class)).isEqualTo("hello");
    ben.emit("leave", "tea").emitWithAck("done");
    anna.emit("say", "tea", "still there?").emitWithAck("done");
    assertThat(heard(ben)).isEmpty();
  }

  @Test
  void roomsAreUnitedAndExcepted() {
    joinOnConnection();
    TestClient member = client("tea", "coffee");
    TestClient guest = client("tea", "guests");
    RoomsGuide.selecting(io, guest.id());
    assertThat(heard(member)).containsExactly("open", "offer", "not you");
    guest.receive("end");
    assertThat(guest.unread()).extracting(ReceivedEvent::name).startsWith("open", "only you");
  }

  @Test
  void aUserIsARoomWithAllOfItsTabs() {
    RoomsGuide.users(io);
    joinOnConnection();
    TestClient laptop = client();
    TestClient phone = client();
    phone.emit("whisper", "Anna", "hi");
    assertThat(laptop.receive("whispered", String.class)).isEqualTo("hi");
    assertThat(phone.receive("whispered", String.class)).isEqualTo("hi");
  }

  @Test
  void theMembersOfARoomCanBeFound() {
    joinOnConnection();
    TestClient anna = client("tea");
    client("coffee");
    assertThat(RoomsGuide.members(io).join()).containsExactly(anna.id());
    assertThat(anna.receive("found", Integer.class)).isEqualTo(1);
  }

  @Test
  void socketsCanBeMovedFromOutside() {
    joinOnConnection();
    TestClient guest = client("guests");
    TestClient teaDrinker = client("tea", "guests");
    RoomsGuide.moving(io);
    assertThat(guest.awaitDisconnect()).isEqualTo("io server disconnect");
    io.to("hot drinks").emit("milk");
    teaDrinker.receive("milk");
  }

  @Test
  void roomsComeAndGoByThemselves() {
    List<String> heard = new CopyOnWriteArrayList<>();
    joinOnConnection();
    RoomsGuide.join(io);
    TestClient anna = client();
    RoomsGuide.listening(io, heard);
    anna.emit("join", "tea").emit("leave", "tea").emitWithAck("done");
    assertThat(heard).containsExactly("tea has " + anna.id(), "tea is empty");
  }
}
