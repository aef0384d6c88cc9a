// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.Decision;
import dev.sockeye.engineio.server.Request;
import dev.sockeye.socketio.server.ConnectionRefusedException;
import dev.sockeye.socketio.server.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What Socket.IO has to do with the session: who may connect, and how the session lives on. */
final class Door {
  private static final String ATTRIBUTE = "session";

  private final Sessions sessions;

  Door(Sessions sessions) {
    this.sessions = sessions;
  }

  /** For {@code allowRequest}: no handshake without a session. Answers when the store does. */
  CompletionStage<Decision> decide(Request request) {
    return find(request)
        .thenApply(
            found -> {
              found.ifPresent(session -> request.attributes().put(ATTRIBUTE, session));
              return found.isPresent() ? Decision.allow() : Decision.reject("no session", 401);
            });
  }

  /**
   * For {@code onHeadersAsync}: each response over HTTP (handshake, poll, POST, the 101 of a
   * WebSocket) says that the session is in use, and takes the cookie along with its new life.
   */
  CompletionStage<?> extend(Headers headers, Request request) {
    return find(request)
        .thenAccept(
            found ->
                found.ifPresent(
                    session -> {
                      sessions.extend(session);
                      Duration life = sessions.left(session);
                      headers.addCookie(SessionCookies.of(session, life, request.secure()));
                    }));
  }

  /**
   * A middleware: a connection outlives its handshake, so a client that was logged out must not
   * join again over the one it has.
   */
  void admit(Socket socket) {
    if (!sessions.isAlive(session(socket))) {
      throw new ConnectionRefusedException("The session has ended.");
    }
  }

  /** The session of a socket, as {@link #decide} has found it. */
  static UserSession session(Socket socket) {
    Object found = socket.handshake().attributes().get(ATTRIBUTE);
    return (UserSession) Objects.requireNonNull(found, "allowRequest lets nobody in without one");
  }

  private CompletableFuture<Optional<UserSession>> find(Request request) {
    return sessions.find(request.cookie(SessionCookies.name(request.secure())).orElse(""));
  }
}
