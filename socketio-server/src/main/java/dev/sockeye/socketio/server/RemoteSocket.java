// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.HandshakeSnapshot;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A socket of this or of another node, as {@code fetchSockets} found it: a copy of what it was like
 * then, and the means to reach it now.
 */
public final class RemoteSocket {
  private final BroadcastOperator self;
  private final SocketSnapshot snapshot;

  RemoteSocket(Audience audience, SocketSnapshot snapshot) {
    this(new BroadcastOperator(audience, BroadcastOptions.room(snapshot.id())), snapshot);
  }

  private RemoteSocket(BroadcastOperator self, SocketSnapshot snapshot) {
    this.self = self;
    this.snapshot = snapshot;
  }

  /** The socket's id. */
  public String id() {
    return snapshot.id();
  }

  /** How its connection began. */
  public HandshakeSnapshot handshake() {
    return snapshot.handshake();
  }

  /** Its rooms then. */
  public Set<String> rooms() {
    return snapshot.rooms();
  }

  /** Its data then. */
  public Map<String, ? extends @Nullable Object> data() {
    return snapshot.data();
  }

  /** Sends it an event. */
  public void emit(String event, @Nullable Object... args) {
    self.emit(event, args);
  }

  /** Sends it the event {@code message}. */
  public void send(@Nullable Object... args) {
    self.send(args);
  }

  /** The same socket, whose answers are waited for only so long. */
  public RemoteSocket timeout(Duration timeout) {
    return new RemoteSocket(self.timeout(timeout), snapshot);
  }

  /**
   * Sends it an event and waits for its answer.
   *
   * @return the answer; fails with {@link AckTimeoutException} when the {@link #timeout} is over,
   *     and with {@link DisconnectedException} if the socket has left
   */
  public CompletableFuture<Args> emitWithAck(String event, @Nullable Object... args) {
    return self.emitWithAck(event, args)
        .thenApply(
            answers -> {
              if (answers.isEmpty()) {
                throw new DisconnectedException(null);
              }
              return answers.get(0);
            });
  }

  /** Makes it join rooms. */
  public void join(String... rooms) {
    self.socketsJoin(rooms);
  }

  /** Makes it leave rooms. */
  public void leave(String... rooms) {
    self.socketsLeave(rooms);
  }

  /** Disconnects it from its namespace. */
  public void disconnect() {
    self.disconnectSockets(false);
  }

  /** Disconnects it from its namespace, or closes its connection. */
  public void disconnect(boolean close) {
    self.disconnectSockets(close);
  }

  @Override
  public String toString() {
    return "RemoteSocket[" + id() + "]";
  }
}
