// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.LocalSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Whom something concerns and how it is sent. Immutable: each step returns a new operator, so one
 * that was kept can be used again. Safe for use from any thread.
 *
 * <p>What one thread sends reaches each socket in that order. An event is encoded once, whatever
 * the number of sockets; a socket that is in several of the rooms gets it once.
 *
 * <p>Implements "Broadcasting events" and "Rooms" of the Socket.IO documentation.
 */
public final class BroadcastOperator {
  private final Namespace namespace;
  private final BroadcastOptions options;

  BroadcastOperator(Namespace namespace, BroadcastOptions options) {
    this.namespace = namespace;
    this.options = options;
  }

  /** Adds the sockets in one of these rooms; before the first room, all sockets are meant. */
  public BroadcastOperator to(String... rooms) {
    return with(
        new BroadcastOptions(plus(options.rooms(), rooms), options.except(), options.flags()));
  }

  /** As {@link #to}. */
  public BroadcastOperator in(String... rooms) {
    return to(rooms);
  }

  /** Leaves out the sockets in these rooms; a socket's id is a room with only that socket. */
  public BroadcastOperator except(String... rooms) {
    return with(
        new BroadcastOptions(options.rooms(), plus(options.except(), rooms), options.flags()));
  }

  /** Keeps to the sockets of this node of the cluster. */
  public BroadcastOperator local() {
    return with(options.flags().withLocal());
  }

  /** Drops what is sent where the connection can't send it at once. */
  public BroadcastOperator asVolatile() {
    return with(options.flags().withVolatile());
  }

  /** Whether the transport may compress what is sent; it may by default. */
  public BroadcastOperator compress(boolean compress) {
    return with(options.flags().withCompress(compress));
  }

  /**
   * Limits the time in which answers are collected; there is no limit by default.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public BroadcastOperator timeout(Duration timeout) {
    return with(options.flags().withTimeout(timeout));
  }

  /**
   * Sends an event.
   *
   * @throws IllegalArgumentException if the name is reserved or an argument can't be encoded
   */
  public void emit(String event, @Nullable Object... args) {
    namespace.adapter().broadcast(packet(event, args), options);
  }

  /**
   * Sends an event and collects the answers of the clients, in the order in which they come. A
   * client that leaves is not waited for.
   *
   * @return all answers, at once an empty list if nobody is concerned; fails with {@link
   *     AckTimeoutException}, which has the answers so far, when the {@link #timeout} is over
   * @throws IllegalArgumentException if the name is reserved or an argument can't be encoded
   */
  public CompletableFuture<List<Args>> emitWithAck(String event, @Nullable Object... args) {
    Answers answers = new Answers(namespace.server().dispatch());
    namespace
        .adapter()
        .broadcastWithAck(packet(event, args), options, clients -> {}, answers)
        .whenComplete(answers::complete);
    return answers.future();
  }

  /** Describes the sockets, on all nodes. */
  public CompletableFuture<List<RemoteSocket>> fetchSockets() {
    return namespace
        .adapter()
        .fetchSockets(options)
        .thenApply(
            found -> found.stream().map(socket -> new RemoteSocket(namespace, socket)).toList())
        .toCompletableFuture();
  }

  /**
   * The sockets themselves, as far as they are of this node and connected; a snapshot, in no
   * particular order.
   */
  public List<Socket> localSockets() {
    List<Socket> found = new ArrayList<>();
    for (LocalSocket socket : namespace.adapter().sockets(options)) {
      if (socket.isConnected()) {
        found.add((Socket) socket);
      }
    }
    return Collections.unmodifiableList(found);
  }

  /** Makes the sockets join rooms. */
  public void socketsJoin(String... rooms) {
    namespace.adapter().addSockets(options, plus(Set.of(), rooms));
  }

  /** Makes the sockets leave rooms. */
  public void socketsLeave(String... rooms) {
    namespace.adapter().delSockets(options, plus(Set.of(), rooms));
  }

  /** Disconnects the sockets from the namespace. */
  public void disconnectSockets() {
    disconnectSockets(false);
  }

  /**
   * Disconnects the sockets.
   *
   * @param close whether their connections are closed, with their sockets in other namespaces
   */
  public void disconnectSockets(boolean close) {
    namespace.adapter().disconnectSockets(options, close);
  }

  private Packet packet(String event, @Nullable Object[] args) {
    return Packet.event(namespace.name(), Packet.NO_ID, Events.nameAndArguments(event, args));
  }

  private BroadcastOperator with(BroadcastFlags flags) {
    return with(new BroadcastOptions(options.rooms(), options.except(), flags));
  }

  private BroadcastOperator with(BroadcastOptions changed) {
    return new BroadcastOperator(namespace, changed);
  }

  private static Set<String> plus(Set<String> names, String[] more) {
    if (names.isEmpty() && more.length == 1) {
      return Set.of(more[0]);
    }
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(List.of(more));
    return all;
  }
}
