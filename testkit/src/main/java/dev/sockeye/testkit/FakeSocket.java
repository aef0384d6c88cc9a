// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.socketio.adapter.HandshakeSnapshot;
import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A socket that writes down what is done to it.
 *
 * @param id its id
 * @param log where it writes
 */
record FakeSocket(String id, Consumer<String> log) implements LocalSocket {
  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public SocketSnapshot snapshot() {
    return new SocketSnapshot(
        id,
        new HandshakeSnapshot(
            Map.of(), "now", "127.0.0.1", false, false, 0, "/", Map.of(), Map.of()),
        Set.of(id),
        Map.of());
  }

  @Override
  public void join(Collection<String> rooms) {
    log.accept(id + " joins " + rooms);
  }

  @Override
  public void leave(Collection<String> rooms) {
    log.accept(id + " leaves " + rooms);
  }

  @Override
  public void disconnect(boolean close) {
    log.accept(id + " disconnects " + close);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
