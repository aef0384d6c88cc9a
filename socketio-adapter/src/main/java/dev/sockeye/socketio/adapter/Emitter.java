// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.EmitterSink;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.spi.Events;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the sockets of a cluster from a process that has none itself: to whom, and how. A
 * module for a broker makes the first one. Immutable: each step returns a new one, so one that was
 * kept can be used again. Safe for use from any thread.
 *
 * <p>What one thread says arrives in its order. Nobody answers: events that want an answer need a
 * server.
 *
 * <p>Implements "Emitter" of the Socket.IO documentation.
 */
public final class Emitter {
  private final EmitterSink sink;
  private final String namespace;
  private final BroadcastOptions options;

  private Emitter(EmitterSink sink, String namespace, BroadcastOptions options) {
    this.sink = sink;
    this.namespace = namespace;
    this.options = options;
  }

  /** Speaks to all sockets of the main namespace, by way of a broker. */
  public static Emitter over(EmitterSink sink) {
    return new Emitter(Objects.requireNonNull(sink, "sink"), "/", BroadcastOptions.ALL);
  }

  /** All sockets of a namespace, whose leading slash may be left out. */
  public Emitter of(String name) {
    return new Emitter(sink, name.startsWith("/") ? name : "/" + name, BroadcastOptions.ALL);
  }

  /** Adds the sockets in one of these rooms; before the first room, all sockets are meant. */
  public Emitter to(String... rooms) {
    return with(plus(options.rooms(), rooms), options.except(), options.flags());
  }

  /** As {@link #to}. */
  public Emitter in(String... rooms) {
    return to(rooms);
  }

  /** Leaves out the sockets in these rooms; a socket's id is a room with only that socket. */
  public Emitter except(String... rooms) {
    return with(options.rooms(), plus(options.except(), rooms), options.flags());
  }

  /** Drops what is sent where the connection can't send it at once. */
  public Emitter asVolatile() {
    return with(options.rooms(), options.except(), options.flags().withVolatile());
  }

  /** Whether the transport may compress what is sent; it may by default. */
  public Emitter compress(boolean compress) {
    return with(options.rooms(), options.except(), options.flags().withCompress(compress));
  }

  /**
   * Sends an event.
   *
   * @return complete when the broker has it
   * @throws IllegalArgumentException if the name is reserved or an argument can't be encoded
   */
  public CompletionStage<Void> emit(String event, @Nullable Object... args) {
    Packet packet = Packet.event(namespace, Packet.NO_ID, Events.nameAndArguments(event, args));
    return send(new ClusterMessage.Broadcast(packet, options, null));
  }

  /** Sends the event {@code message}, as {@link #emit} does. */
  public CompletionStage<Void> send(@Nullable Object... args) {
    return emit("message", args);
  }

  /** Makes the sockets join rooms. */
  public CompletionStage<Void> socketsJoin(String... rooms) {
    return send(new ClusterMessage.SocketsJoin(options, plus(Set.of(), rooms)));
  }

  /** Makes the sockets leave rooms. */
  public CompletionStage<Void> socketsLeave(String... rooms) {
    return send(new ClusterMessage.SocketsLeave(options, plus(Set.of(), rooms)));
  }

  /** Disconnects the sockets from the namespace. */
  public CompletionStage<Void> disconnectSockets() {
    return disconnectSockets(false);
  }

  /**
   * Disconnects the sockets.
   *
   * @param close whether their connections are closed, with their sockets in other namespaces
   */
  public CompletionStage<Void> disconnectSockets(boolean close) {
    return send(new ClusterMessage.DisconnectSockets(options, close));
  }

  /** Sends an event to the listeners of all nodes, whatever the rooms. */
  public CompletionStage<Void> serverSideEmit(String event, @Nullable Object... args) {
    return send(new ClusterMessage.ServerSideEmit(Events.nameAndArguments(event, args), null));
  }

  private CompletionStage<Void> send(ClusterMessage message) {
    return sink.send(new Envelope(Envelope.EMITTER, namespace, message));
  }

  private Emitter with(Set<String> rooms, Set<String> except, BroadcastFlags flags) {
    return new Emitter(sink, namespace, new BroadcastOptions(rooms, except, flags));
  }

  private static Set<String> plus(Set<String> names, String[] more) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(List.of(more));
    return all;
  }
}
