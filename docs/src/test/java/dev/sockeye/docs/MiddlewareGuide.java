// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import dev.sockeye.socketio.server.ConnectionRefusedException;
import dev.sockeye.socketio.server.DataKey;
import dev.sockeye.socketio.server.EventRefusedException;
import dev.sockeye.socketio.server.SocketIoServer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The snippets of docs/middleware.md. */
final class MiddlewareGuide {
  private MiddlewareGuide() {}

  /** Who the page's users are. */
  record User(String name, boolean admin) {}

  // tag::key[]
  record Token(String token) {}

  static final DataKey<User> USER = DataKey.of("user", User.class);

  // end::key[]

  /** Where the page's users are. */
  interface Users {
    Optional<User> find(String token);

    CompletableFuture<Void> check(String token);
  }

  static void namespace(SocketIoServer io, Users users) {
    // tag::use[]
    io.use(
        socket -> {
          String token = socket.handshake().auth(Token.class).map(Token::token).orElse("");
          User user =
              users
                  .find(token) // may block
                  .orElseThrow(
                      () -> new ConnectionRefusedException("not you", Map.of("hint", "sign in")));
          socket.data().put(USER, user);
        });
    io.onConnection(socket -> socket.emit("hello", socket.data().require(USER).name()));
    // end::use[]
  }

  static void async(SocketIoServer io, Users users) {
    // tag::async[]
    io.of("/fast")
        .useAsync(
            socket -> users.check(socket.handshake().auth(Token.class).orElseThrow().token()));
    // end::async[]
  }

  static void events(SocketIoServer io) {
    // tag::events[]
    Set<String> forAdmins = Set.of("delete", "ban");
    io.onConnection(
        socket ->
            socket.use(
                event -> {
                  if (forAdmins.contains(event.name()) && !socket.data().require(USER).admin()) {
                    throw new EventRefusedException("only for admins");
                  }
                }));
    // end::events[]
  }

  static void tell(SocketIoServer io) {
    // tag::tell[]
    io.onConnection(
        socket ->
            socket.onError(
                (error, event) -> {
                  if (error instanceof EventRefusedException) {
                    socket.emit("refused", event, error.getMessage());
                  }
                }));
    // end::tell[]
  }

  static void replace(SocketIoServer io) {
    // tag::replace[]
    io.onConnection(
        socket ->
            socket.use(
                event -> {
                  if (event.name().equals("say")) {
                    event.replaceArgs(event.args().string(0).strip());
                  }
                }));
    // end::replace[]
  }
}
