// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.BindingException;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.spi.Lane;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Leads one socket through the middleware of its namespace, once that is open; runs on the
 * connection's lane, and leaves it free while a stage is awaited.
 */
final class Admission extends Lane.Task {
  private final Socket socket;
  private final Entrance entrance;

  /** What is to be asked; null before the namespace is open. Used on the lane only. */
  private @Nullable List<Function<? super Socket, ? extends CompletionStage<?>>> chain;

  /** Whether it is still to be seen who the socket is. Used on the lane only. */
  private boolean wantsSession;

  /** The next of the chain to ask. Used on the lane only. */
  private int next;

  Admission(Socket socket, Entrance entrance, int bytes) {
    super(bytes);
    this.socket = socket;
    this.entrance = entrance;
    this.wantsSession = socket.recoverable() != null;
  }

  @Override
  public void run() {
    if (!socket.isOpen()) {
      return; // the connection was closed meanwhile
    }
    if (chain == null) {
      CompletableFuture<?> opened = socket.namespace().opened();
      if (!opened.isDone() || opened.isCompletedExceptionally()) {
        await(opened);
        return;
      }
      chain = entrance.chain();
    }
    Recoverable recoverable = socket.recoverable();
    if (recoverable != null && wantsSession) {
      wantsSession = false;
      await(recoverable.restore());
      return;
    }
    if (next == chain.size() || (recoverable != null && recoverable.skipsMiddleware())) {
      socket.accept();
      return;
    }
    CompletionStage<?> verdict;
    try {
      verdict =
          Objects.requireNonNull(
              chain.get(next++).apply(socket), "a middleware returned null as its stage");
    } catch (Throwable refusal) {
      refuse(refusal);
      return;
    }
    await(verdict);
  }

  private void await(CompletionStage<?> verdict) {
    verdict.whenComplete((ignored, refusal) -> socket.lane().execute(() -> proceed(refusal)));
  }

  private void proceed(@Nullable Throwable refusal) {
    if (refusal == null) {
      run();
    } else {
      refuse(refusal);
    }
  }

  private void refuse(Throwable thrown) {
    Throwable cause = Failures.cause(thrown);
    if (cause instanceof ConnectionRefusedException refusal) {
      tell(refusal);
    } else {
      socket.onError(cause, "middleware");
      // What doesn't fit is what the client sent, so it may know; of our own failures it may not.
      tell(
          new ConnectionRefusedException(
              cause instanceof BindingException ? "invalid auth" : "Internal server error"));
    }
  }

  /** Ends the socket, and tells the client why. */
  private void tell(ConnectionRefusedException refusal) {
    if (!socket.close(DisconnectReason.SERVER_NAMESPACE_DISCONNECT, null)) {
      return; // the connection was closed meanwhile
    }
    ServerObserver observer = socket.namespace().server().observer();
    if (observer != null) {
      observer.onConnectRefused(socket, String.valueOf(refusal.getMessage()));
    }
    try {
      send(refusal);
    } catch (IllegalArgumentException e) {
      socket.onError(e, "middleware"); // its data can't be encoded
      send(new ConnectionRefusedException(String.valueOf(refusal.getMessage())));
    }
  }

  private void send(ConnectionRefusedException refusal) {
    Connection connection = socket.connection();
    connection.send(
        Packet.connectError(
            socket.namespace().name(), Refusals.payload(refusal, connection.isOld())));
  }
}
