// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.Packet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The adapter of a server that runs alone: everything is in this process, and every stage that it
 * returns is complete already, but for answers of clients.
 *
 * <p>Implements "In-memory adapter" of the Socket.IO documentation.
 */
public final class MemoryAdapter implements Adapter {
  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  private final LocalSockets local;

  /** Null unless clients that lose their connection are restored. */
  private final @Nullable MemoryRecovery recovery;

  /** An adapter for a namespace. */
  public MemoryAdapter(LocalNamespace namespace) {
    this.local = new LocalSockets(namespace);
    this.recovery =
        namespace
            .recovery()
            .map(options -> new MemoryRecovery(namespace, local, options))
            .orElse(null);
  }

  /** The index of the rooms, for listeners and for those who look from outside. */
  public Rooms rooms() {
    return local.rooms();
  }

  @Override
  public CompletionStage<Void> init() {
    return done();
  }

  @Override
  public CompletionStage<Void> close() {
    return done();
  }

  @Override
  public CompletionStage<Void> addAll(LocalSocket socket, Collection<String> names) {
    if (recovery != null) {
      recovery.onJoin(socket, names);
    }
    rooms().addAll(socket, names);
    return done();
  }

  @Override
  public CompletionStage<Void> del(LocalSocket socket, String room) {
    rooms().remove(socket, room);
    if (recovery != null) {
      recovery.onLeave(socket, room);
    }
    return done();
  }

  @Override
  public CompletionStage<Void> delAll(LocalSocket socket) {
    rooms().removeAll(socket);
    if (recovery != null) {
      recovery.onLeaveAll(socket);
    }
    return done();
  }

  @Override
  public Set<String> socketRooms(LocalSocket socket) {
    return rooms().of(socket);
  }

  @Override
  public Collection<LocalSocket> sockets(BroadcastOptions options) {
    return local.select(options);
  }

  @Override
  public CompletionStage<Void> broadcast(Packet packet, BroadcastOptions options) {
    if (recovery == null) {
      local.deliver(packet, options);
    } else {
      recovery.broadcast(packet, options);
    }
    return done();
  }

  @Override
  public CompletionStage<Integer> broadcastWithAck(
      Packet packet, BroadcastOptions options, IntConsumer clientCount, AnswerListener answers) {
    return local.deliverWithAck(packet, options, clientCount, answers);
  }

  @Override
  public CompletionStage<List<SocketSnapshot>> fetchSockets(BroadcastOptions options) {
    return CompletableFuture.completedFuture(List.copyOf(local.snapshots(options)));
  }

  @Override
  public CompletionStage<Void> addSockets(BroadcastOptions options, Set<String> names) {
    IllegalStateException failure = local.join(options, names);
    return failure == null ? done() : CompletableFuture.failedFuture(failure);
  }

  @Override
  public CompletionStage<Void> delSockets(BroadcastOptions options, Set<String> names) {
    local.leave(options, names);
    return done();
  }

  @Override
  public CompletionStage<Void> disconnectSockets(BroadcastOptions options, boolean close) {
    local.disconnect(options, close);
    return done();
  }

  /** There are no other nodes, so nobody hears it. */
  @Override
  public CompletionStage<List<@Nullable Object>> serverSideEmit(
      List<? extends @Nullable Object> nameAndArguments, boolean wantsAnswers) {
    return CompletableFuture.completedFuture(List.of());
  }

  @Override
  public CompletionStage<Integer> serverCount() {
    return CompletableFuture.completedFuture(1);
  }

  @Override
  public Optional<SessionRecovery> recovery() {
    return Optional.ofNullable(recovery);
  }

  private static CompletionStage<Void> done() {
    return DONE;
  }
}
