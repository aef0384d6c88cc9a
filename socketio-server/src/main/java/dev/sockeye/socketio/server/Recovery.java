// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.adapter.RestoredSession;
import dev.sockeye.socketio.adapter.SessionRecovery;
import dev.sockeye.socketio.adapter.SocketSession;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the sockets of one namespace come back after their connection was lost.
 *
 * <p>Implements "Connection state recovery" of the Socket.IO documentation.
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  private final SessionRecovery sessions;
  private final boolean skipMiddlewares;

  /** By private id: from a socket's acceptance until what must be kept of it is kept. */
  private final ConcurrentHashMap<String, Recoverable> present = new ConcurrentHashMap<>();

  Recovery(SessionRecovery sessions, boolean skipMiddlewares) {
    this.sessions = sessions;
    this.skipMiddlewares = skipMiddlewares;
  }

  SessionRecovery sessions() {
    return sessions;
  }

  boolean skipsMiddleware(Recoverable recoverable) {
    return skipMiddlewares && recoverable.isRestored();
  }

  /** Lets a pending socket take over the session that its client asks for, if there is one. */
  CompletionStage<Void> restore(Socket socket, Recoverable recoverable) {
    Map<String, @Nullable Object> auth = socket.handshake().auth();
    Object offset = auth.get("offset");
    if (!(auth.get("pid") instanceof String pid) || !(offset == null || offset instanceof String)) {
      return DONE;
    }
    return whenGone(pid)
        .thenCompose(gone -> sessions.restoreSession(pid, (String) offset))
        .handle(
            (found, error) -> {
              if (error != null) {
                LOG.error("the session of {} can't be restored", socket, Failures.cause(error));
              } else {
                found.ifPresent(session -> restore(socket, recoverable, session));
              }
              return null;
            });
  }

  /** A client may know of a loss that the server hasn't noticed: it ends the old connection. */
  private CompletionStage<Void> whenGone(String pid) {
    Recoverable old = present.get(pid);
    if (old == null) {
      return DONE;
    }
    old.socket().conn().abort();
    return old.gone();
  }

  private static void restore(Socket socket, Recoverable recoverable, RestoredSession session) {
    socket.adopt(session.session());
    recoverable.restore(session);
    if (!socket.isOpen()) {
      giveBack(recoverable);
    }
  }

  /** A pending socket was lost before it could resume its session. */
  static void giveBack(Recoverable recoverable) {
    Optional.ofNullable(recoverable.take()).ifPresent(RestoredSession::giveBack);
  }

  /** A socket is about to be told that it is connected. */
  void enter(Recoverable recoverable) {
    present.put(recoverable.pid(), recoverable);
  }

  /** A socket is about to leave its rooms. */
  CompletionStage<Void> persist(Recoverable recoverable, DisconnectReason why) {
    Socket socket = recoverable.socket();
    if (!why.isRecoverable()) {
      return DONE;
    }
    return sessions.persistSession(
        socket,
        new SocketSession(
            socket.id(), recoverable.pid(), socket.rooms(), socket.data(), recoverable.since()));
  }

  /** A socket has left its rooms. */
  void leave(Recoverable recoverable, CompletionStage<Void> kept) {
    kept.whenComplete(
        (done, error) -> {
          if (error != null) {
            LOG.error("{} can't be kept", recoverable.socket(), Failures.cause(error));
          }
          present.remove(recoverable.pid(), recoverable);
          recoverable.gone().complete(null);
        });
  }
}
