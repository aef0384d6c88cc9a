// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.BusFactory;
import dev.sockeye.socketio.adapter.spi.BusHistory;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.Envelope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The adapter of a server that is one of several, connected by a {@link Bus}: it speaks the
 * protocol of the official adapters, so nodes on Node.js may be among them.
 *
 * <p>What is sent to the other nodes reaches the sockets of this node when the backend has it, in
 * the order of the calls; also if the backend can't be reached, though later. A node that dies
 * costs the answers that it owes, no more. See {@link ClusterOptions} for the limits.
 *
 * <p>Implements "Adapter" of the Socket.IO documentation.
 */
public final class ClusterAdapter implements Adapter {
  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  private final LocalNamespace namespace;
  private final String uid = Questions.randomId();
  private final ClusterOptions options;
  private final LocalSockets local;
  private final Bus bus;
  private final Publications publications;
  private final Requests requests;
  private final Questions questions;
  private final ClusterReceiver receiver;

  /** Null where the backend counts the nodes. */
  private final @Nullable Peers peers;

  /** Null unless clients are restored. */
  private final @Nullable ClusterRecovery recovery;

  /** An adapter for a namespace. */
  public ClusterAdapter(LocalNamespace namespace, BusFactory buses, ClusterOptions options) {
    this.namespace = namespace;
    this.options = options;
    ClusterHealth health = new ClusterHealth(namespace.name(), options);
    this.local = new LocalSockets(namespace);
    this.bus = buses.create(namespace.name(), uid);
    this.publications = new Publications(bus, options, health);
    this.requests = new Requests(options);
    this.peers =
        bus.countsServers() ? null : new Peers(options, health, this::send, requests::onNodeGone);
    this.questions =
        new Questions(this::envelope, options, health, local, bus, publications, requests, peers);
    this.recovery = bus.history().flatMap(this::recovery).orElse(null);
    this.receiver =
        new ClusterReceiver(namespace, local, uid, bus, requests, options, health, peers, recovery);
  }

  private Optional<ClusterRecovery> recovery(BusHistory history) {
    return namespace
        .recovery()
        .map(
            wanted ->
                new ClusterRecovery(namespace, local, history, wanted, options, publications, uid));
  }

  /** Adapters on a bus, with the usual limits. */
  public static AdapterFactory factory(BusFactory buses) {
    return factory(buses, ClusterOptions.defaults());
  }

  /** Adapters on a bus. */
  public static AdapterFactory factory(BusFactory buses, ClusterOptions options) {
    return namespace -> new ClusterAdapter(namespace, buses, options);
  }

  /** This node's id in this namespace. */
  public String uid() {
    return uid;
  }

  /** The index of the rooms, for listeners and for those who look from outside. */
  public Rooms rooms() {
    return local.rooms();
  }

  private Envelope envelope(ClusterMessage message) {
    return new Envelope(uid, namespace.name(), message);
  }

  private CompletionStage<Void> send(ClusterMessage message) {
    return publications.send(envelope(message));
  }

  /** Does something here, after what was sent before; throws what it throws if it is done now. */
  private CompletionStage<Void> here(Runnable task) {
    CompletableFuture<Void> done = publications.afterwards(task).toCompletableFuture();
    if (done.isCompletedExceptionally()) {
      try {
        done.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw e;
      }
    }
    return done;
  }

  // --- life cycle

  @Override
  public CompletionStage<Void> init() {
    return bus.start(receiver)
        .thenRun(
            () -> {
              if (peers != null) {
                peers.start();
              }
            });
  }

  @Override
  public CompletionStage<Void> close() {
    if (peers != null) {
      peers.close();
    }
    requests.failAll(
        new IllegalStateException("the adapter of " + namespace.name() + " is closed"));
    return bus.close();
  }

  // --- rooms

  @Override
  public CompletionStage<Void> addAll(LocalSocket socket, Collection<String> rooms) {
    rooms().addAll(socket, rooms);
    return DONE;
  }

  @Override
  public CompletionStage<Void> del(LocalSocket socket, String room) {
    rooms().remove(socket, room);
    return DONE;
  }

  @Override
  public CompletionStage<Void> delAll(LocalSocket socket) {
    rooms().removeAll(socket);
    return DONE;
  }

  @Override
  public Set<String> socketRooms(LocalSocket socket) {
    return rooms().of(socket);
  }

  @Override
  public Collection<LocalSocket> sockets(BroadcastOptions to) {
    return local.select(to);
  }

  // --- what all nodes do

  @Override
  public CompletionStage<Void> broadcast(Packet packet, BroadcastOptions to) {
    return to.flags().local()
        ? here(() -> deliver(packet, to, Optional.empty()))
        : publications.publish(
            envelope(new ClusterMessage.Broadcast(packet, to, null)),
            offset -> deliver(packet, to, offset));
  }

  private void deliver(Packet packet, BroadcastOptions to, Optional<String> offset) {
    if (recovery == null) {
      local.deliver(packet, to);
    } else {
      recovery.deliver(packet, to, offset);
    }
  }

  @Override
  public CompletionStage<Void> addSockets(BroadcastOptions to, Set<String> rooms) {
    return everywhere(
        to,
        new ClusterMessage.SocketsJoin(to, rooms),
        () -> {
          IllegalStateException refusal = local.join(to, rooms);
          if (refusal != null) {
            throw refusal;
          }
        });
  }

  @Override
  public CompletionStage<Void> delSockets(BroadcastOptions to, Set<String> rooms) {
    return everywhere(to, new ClusterMessage.SocketsLeave(to, rooms), () -> local.leave(to, rooms));
  }

  @Override
  public CompletionStage<Void> disconnectSockets(BroadcastOptions to, boolean close) {
    return everywhere(
        to, new ClusterMessage.DisconnectSockets(to, close), () -> local.disconnect(to, close));
  }

  private CompletionStage<Void> everywhere(
      BroadcastOptions to, ClusterMessage message, Runnable task) {
    return to.flags().local()
        ? publications.afterwards(task)
        : publications.publish(envelope(message), offset -> task.run());
  }

  // --- what all nodes answer

  @Override
  public CompletionStage<Integer> broadcastWithAck(
      Packet packet, BroadcastOptions to, IntConsumer clientCount, AnswerListener answers) {
    return to.flags().local()
        ? local.deliverWithAck(packet, to, clientCount, answers)
        : questions.toClients(packet, to, clientCount, answers);
  }

  @Override
  public CompletionStage<List<SocketSnapshot>> fetchSockets(BroadcastOptions to) {
    return to.flags().local()
        ? CompletableFuture.completedFuture(List.copyOf(local.snapshots(to)))
        : questions.sockets(to);
  }

  @Override
  public CompletionStage<List<@Nullable Object>> serverSideEmit(
      List<? extends @Nullable Object> nameAndArguments, boolean wantsAnswers) {
    return wantsAnswers
        ? questions.toServers(nameAndArguments)
        : send(new ClusterMessage.ServerSideEmit(nameAndArguments, null))
            .thenApply(sent -> List.of());
  }

  @Override
  public CompletionStage<Integer> serverCount() {
    return peers == null
        ? bus.serverCount()
        : CompletableFuture.completedFuture(1 + peers.uids().size());
  }

  @Override
  public Optional<SessionRecovery> recovery() {
    return Optional.ofNullable(recovery);
  }
}
