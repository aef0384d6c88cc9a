// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sockeye.docs.MiddlewareGuide.User;
import dev.sockeye.socketio.server.ConnectionRefusedException;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.ConnectErrorException;
import dev.sockeye.testkit.TestClient;
import dev.sockeye.testkit.TestHost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/middleware.md says of its snippets. */
@Timeout(60)
class MiddlewareGuideTest {
  private final SocketIoServer io = SocketIoServer.create();
  private final TestHost host = TestHost.of(io.service());

  /** Anna is a user, Ben an administrator; their names are their tokens. */
  private final MiddlewareGuide.Users users =
      new MiddlewareGuide.Users() {
        @Override
        public Optional<User> find(String token) {
          return List.of(new User("Anna", false), new User("Ben", true)).stream()
              .filter(user -> user.name().equals(token))
              .findFirst();
        }

        @Override
        public CompletableFuture<Void> check(String token) {
          return CompletableFuture.runAsync(
              () -> find(token).orElseThrow(() -> new ConnectionRefusedException("not you")));
        }
      };

  @AfterEach
  void close() {
    host.close();
  }

  private TestClient client(String name) {
    return host.connect("/", Map.of("token", name));
  }

  @Test
  void whoIsKnownIsGreetedByName() {
    MiddlewareGuide.namespace(io, users);
    assertThat(client("Anna").receive("hello", String.class)).isEqualTo("Anna");
  }

  @Test
  void whoIsUnknownIsToldWhy() {
    MiddlewareGuide.namespace(io, users);
    ConnectErrorException refused =
        catchThrowableOfType(ConnectErrorException.class, () -> client("Eve"));
    assertThat(refused).hasMessage("not you");
    assertThat(refused.data().toString()).contains("sign in");
  }

  @Test
  void aMiddlewareMayTakeItsTime() {
    MiddlewareGuide.async(io, users);
    assertThat(host.connect("/fast", Map.of("token", "Anna")).isConnected()).isTrue();
    assertThat(
            catchThrowableOfType(
                ConnectErrorException.class, () -> host.connect("/fast", Map.of("token", "Eve"))))
        .hasMessage("not you");
  }

  @Test
  void anEventIsForThoseWhoMay() {
    MiddlewareGuide.namespace(io, users);
    MiddlewareGuide.events(io);
    MiddlewareGuide.tell(io);
    io.onConnection(socket -> socket.onRequest("delete", () -> "deleted"));
    TestClient anna = client("Anna");
    anna.emit("delete");
    assertThat(anna.receive("refused").args().toList())
        .containsExactly("delete", "only for admins");
    assertThat(client("Ben").emitWithAck("delete").string(0)).isEqualTo("deleted");
  }

  @Test
  void aMiddlewareMayChangeTheArguments() {
    MiddlewareGuide.replace(io);
    io.onConnection(socket -> socket.onRequest("say", String.class, text -> text));
    assertThat(client("Anna").emitWithAck("say", "  hello ").string(0)).isEqualTo("hello");
  }
}
