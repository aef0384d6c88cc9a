// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.adapter.RestoredSession;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a socket knows of its coming back: who it is to be then, and from where it came. */
final class Recoverable {
  private final Socket socket;

  /** Complete when the socket has left, and what must be kept of it is kept. */
  private final CompletableFuture<Void> gone = new CompletableFuture<>();

  /** Secret. Written while the socket is pending; published by its state. */
  private String pid;

  /** The offset at which it connected first; "" before. Written before it is connected. */
  private String since = "";

  /** The session that it takes over; null if there is none, or it was taken. Guarded by this. */
  private @Nullable RestoredSession restored;

  /** Whether it has taken over a session. Written while the socket is pending. */
  private volatile boolean isRestored;

  Recoverable(Socket socket, String pid) {
    this.socket = socket;
    this.pid = pid;
  }

  Socket socket() {
    return socket;
  }

  CompletableFuture<Void> gone() {
    return gone;
  }

  String pid() {
    return pid;
  }

  String since() {
    return since;
  }

  void begin(String offset) {
    since = offset;
  }

  /** Takes over a session. Called before anybody but its connection knows the socket. */
  synchronized void restore(RestoredSession session) {
    restored = session;
    pid = session.session().pid();
    since = session.session().since();
    isRestored = true;
  }

  boolean isRestored() {
    return isRestored;
  }

  /** The session, to be resumed or given back; null if it was taken already. */
  synchronized @Nullable RestoredSession take() {
    RestoredSession session = restored;
    restored = null;
    return session;
  }
}
