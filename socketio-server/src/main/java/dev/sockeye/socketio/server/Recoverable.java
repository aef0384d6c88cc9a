// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.RestoredSession;
import dev.sockeye.socketio.adapter.SocketSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lets the client of one socket come back after a loss: who it is then, and the way in. */
final class Recoverable {
  private static final Logger LOG = LoggerFactory.getLogger(Recoverable.class);
  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  private final Recovery recovery;
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

  Recoverable(Recovery recovery, Socket socket, String pid) {
    this.recovery = recovery;
    this.socket = socket;
    this.pid = pid;
  }

  String pid() {
    return pid;
  }

  boolean isRestored() {
    return isRestored;
  }

  boolean skipsMiddleware() {
    return isRestored && recovery.skipsMiddleware();
  }

  // --- the way in

  /** Takes over the session that the client asks for, if there is one; never fails. */
  CompletionStage<Void> restore() {
    Map<String, @Nullable Object> auth = socket.handshake().auth();
    Object offset = auth.get("offset");
    if (!(auth.get("pid") instanceof String wanted)
        || !(offset == null || offset instanceof String)) {
      return DONE;
    }
    return recovery
        .find(wanted, (String) offset)
        .handle(
            (found, error) -> {
              if (error != null) {
                LOG.error("the session of {} can't be restored", socket, Failures.cause(error));
              } else {
                found.ifPresent(this::adopt);
              }
              return null;
            });
  }

  private void adopt(RestoredSession found) {
    SocketSession session = found.session();
    socket.adopt(session);
    synchronized (this) {
      restored = found;
      pid = session.pid();
      since = session.since();
    }
    isRestored = true;
    if (!socket.isOpen()) {
      giveBack();
    }
  }

  /** The socket was lost before it could resume its session. */
  void giveBack() {
    RestoredSession session = take();
    if (session != null) {
      session.giveBack();
    }
  }

  private synchronized @Nullable RestoredSession take() {
    RestoredSession session = restored;
    restored = null;
    return session;
  }

  /** What a new client is told: its ids. */
  Map<String, String> begin() {
    since = recovery.sessions().offset();
    return enter();
  }

  private Map<String, String> enter() {
    recovery.add(this);
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("sid", socket.id());
    ids.put("pid", pid);
    return ids;
  }

  /** Lets a client go on where it was lost; false if it is new. */
  boolean resume() {
    RestoredSession session = take();
    if (session == null) {
      return false;
    }
    Packet confirmation = Packet.connect(socket.namespace().name(), enter());
    session
        .resume(socket, missed -> socket.enter(missed, confirmation))
        .whenComplete(
            (done, error) -> {
              if (error != null) {
                socket.onError(Failures.cause(error), "connection");
                socket.conn().abort();
              }
              socket.leaveRoomsIfGone();
            });
    return true;
  }

  // --- meanwhile, and the way out

  /** Sends an event, or keeps it for a client that may come back. */
  void send(Packet packet, BroadcastFlags flags) {
    if (socket.isOpen() || socket.reasonOr(DisconnectReason.PARSE_ERROR).isRecoverable()) {
      recovery.sessions().send(socket, packet, flags);
    }
  }

  /** The connection was lost, and the server doesn't know yet. */
  CompletionStage<Void> abort() {
    socket.conn().abort();
    return gone;
  }

  /** The socket leaves its rooms, and what must be kept is kept. */
  void leave(DisconnectReason why, Runnable leaveRooms) {
    CompletionStage<Void> kept = why.isRecoverable() ? persist() : DONE;
    leaveRooms.run();
    kept.whenComplete(
        (done, error) -> {
          if (error != null) {
            LOG.error("the session of {} can't be kept", socket, Failures.cause(error));
          }
          recovery.remove(this);
          gone.complete(null);
        });
  }

  private CompletionStage<Void> persist() {
    SocketSession session =
        new SocketSession(socket.id(), pid, socket.rooms(), socket.data(), since);
    return recovery.sessions().persistSession(socket, session);
  }
}
