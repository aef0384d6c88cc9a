// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.Packet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Knows which socket of a namespace is in which room, and carries broadcasts to them: within one
 * process ({@link MemoryAdapter}) or across a cluster. There is one per namespace.
 *
 * <p>An adapter never sees the server, only a {@link LocalNamespace} and its {@link LocalSocket}s.
 * All methods may be called from any thread and none may block: what needs the network answers with
 * a {@link CompletionStage}. A caller's broadcasts reach each socket in the order of the calls.
 *
 * <p>Implements "Adapter" of the Socket.IO documentation.
 */
public interface Adapter {
  /** Starts the adapter; called once, before any socket comes. */
  CompletionStage<Void> init();

  /** Ends the adapter; called once, after all sockets have left. */
  CompletionStage<Void> close();

  /** Puts a socket into rooms; those where it is already don't matter. */
  CompletionStage<Void> addAll(LocalSocket socket, Collection<String> rooms);

  /** Takes a socket out of a room; a room without members ceases to exist. */
  CompletionStage<Void> del(LocalSocket socket, String room);

  /** Takes a socket out of all its rooms. */
  CompletionStage<Void> delAll(LocalSocket socket);

  /** The rooms of a socket, in the order in which it joined them; a snapshot. */
  Set<String> socketRooms(LocalSocket socket);

  /** The sockets of this node that options select; none of them twice; a snapshot. */
  Collection<LocalSocket> sockets(BroadcastOptions options);

  /** Sends an event to the sockets that the options select, on all nodes. */
  CompletionStage<Void> broadcast(Packet packet, BroadcastOptions options);

  /**
   * Sends an event to the sockets that the options select, on all nodes, and collects their
   * answers.
   *
   * @param packet the event; each node gives it a number of its own
   * @param clientCount is told, once per node, how many clients got the event
   * @param answers gets the clients' answers as they come, on any thread
   * @return complete when nothing more will come, with the number of clients that did not answer
   *     before {@link BroadcastFlags#timeout()} was over. A client that leaves is not waited for,
   *     nor counted here
   */
  CompletionStage<Integer> broadcastWithAck(
      Packet packet, BroadcastOptions options, IntConsumer clientCount, AnswerListener answers);

  /** Describes the sockets that the options select, on all nodes. */
  CompletionStage<List<SocketSnapshot>> fetchSockets(BroadcastOptions options);

  /**
   * Makes the sockets that the options select, on all nodes, join rooms. Fails if one of this node
   * may not; the others have joined all the same.
   */
  CompletionStage<Void> addSockets(BroadcastOptions options, Set<String> rooms);

  /** Makes the sockets that the options select, on all nodes, leave rooms. */
  CompletionStage<Void> delSockets(BroadcastOptions options, Set<String> rooms);

  /**
   * Disconnects the sockets that the options select, on all nodes.
   *
   * @param close whether the whole connection is closed, with its sockets in other namespaces
   */
  CompletionStage<Void> disconnectSockets(BroadcastOptions options, boolean close);

  /**
   * Sends an event to the other nodes.
   *
   * @param nameAndArguments the event's name and its arguments
   * @param wantsAnswers whether each of them must answer
   * @return the answers of the other nodes; empty where none are wanted
   */
  CompletionStage<List<@Nullable Object>> serverSideEmit(
      List<? extends @Nullable Object> nameAndArguments, boolean wantsAnswers);

  /** The number of nodes, this one included. */
  CompletionStage<Integer> serverCount();

  /**
   * What restores clients that lose their connection, always the same; empty if this adapter can't,
   * or the namespace {@linkplain LocalNamespace#recovery() doesn't want it}.
   */
  default Optional<SessionRecovery> recovery() {
    return Optional.empty();
  }
}
