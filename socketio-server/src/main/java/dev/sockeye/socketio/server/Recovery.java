// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.adapter.RestoredSession;
import dev.sockeye.socketio.adapter.SessionRecovery;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How the sockets of one namespace come back after their connection was lost.
 *
 * <p>Implements "Connection state recovery" of the Socket.IO documentation.
 */
final class Recovery {
  private final SessionRecovery sessions;
  private final boolean skipsMiddleware;

  /** By private id: from a socket's acceptance until what must be kept of it is kept. */
  private final ConcurrentHashMap<String, Recoverable> present = new ConcurrentHashMap<>();

  private Recovery(SessionRecovery sessions, boolean skipsMiddleware) {
    this.sessions = sessions;
    this.skipsMiddleware = skipsMiddleware;
  }

  /**
   * What an adapter offers.
   *
   * @param options null if nothing is wanted, and there is to be nothing
   * @throws IllegalStateException if it can't do what is wanted
   */
  static @Nullable Recovery of(@Nullable RecoveryOptions options, Adapter adapter) {
    if (options == null) {
      return null;
    }
    SessionRecovery sessions =
        adapter
            .recovery()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "connectionStateRecovery needs an adapter that can restore sessions, which "
                            + adapter.getClass().getName()
                            + " can't: leave the option out, or choose another adapter"));
    return new Recovery(sessions, options.skipMiddlewares());
  }

  SessionRecovery sessions() {
    return sessions;
  }

  boolean skipsMiddleware() {
    return skipsMiddleware;
  }

  void add(Recoverable socket) {
    present.put(socket.pid(), socket);
  }

  void remove(Recoverable socket) {
    present.remove(socket.pid(), socket);
  }

  /**
   * The session of a client. It may know of a loss that the server hasn't noticed: then the old
   * connection ends now.
   */
  CompletionStage<Optional<RestoredSession>> find(String pid, @Nullable String offset) {
    Recoverable old = present.get(pid);
    return old == null
        ? sessions.restoreSession(pid, offset)
        : old.abort().thenCompose(gone -> sessions.restoreSession(pid, offset));
  }
}
