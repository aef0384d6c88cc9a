// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Carries messages between the nodes of a cluster, for one namespace of one node: all that an
 * adapter needs of Redis, PostgreSQL or any other broker. What the messages mean is the business of
 * {@link dev.sockeye.socketio.adapter.ClusterAdapter}.
 *
 * <p>Life cycle: {@link #start} once, then messages both ways, {@link #close} once. The methods may
 * be called from any thread and must not block.
 *
 * <p>A bus keeps the order of one sender's messages: what is published first arrives first. It may
 * lose messages while the connection to the backend is down; it never hands one over twice.
 *
 * <p>Implements "Adapter" of the Socket.IO documentation, as {@code ClusterAdapter} of npm {@code
 * socket.io-adapter} has it.
 */
public interface Bus {
  /**
   * Subscribes to what concerns this node: messages to all nodes of the namespace, and those to
   * this node alone. From now on the bus reconnects and subscribes again by itself where it must.
   *
   * @return complete when messages will come; fails if they won't
   */
  CompletionStage<Void> start(BusListener listener);

  /** Ends the subscriptions; no call of the listener begins after the stage is complete. */
  CompletionStage<Void> close();

  /**
   * Sends a message to all other nodes of the namespace. The calls come one at a time: the bus
   * sends in their order, over a single connection or one after the other. A bus that has a channel
   * per room looks at {@link ClusterMessage.Broadcast#singleRoom()}.
   *
   * @param callback is told once how it went, but never during this call. A stage would not do:
   *     what waits for it might come late, behind the next message
   * @throws IllegalArgumentException at once, if the message can't be encoded or is too large; then
   *     the callback hears nothing
   */
  void publish(Envelope envelope, PublishCallback callback);

  /**
   * Sends an answer to one node. On a backend without addresses all may get it: who doesn't wait
   * for it ignores it.
   *
   * @param uid the node that asked
   * @throws IllegalArgumentException at once, if the message can't be encoded or is too large
   */
  CompletionStage<Void> send(String uid, Envelope envelope);

  /**
   * Whether the backend knows how many nodes there are. If not, the nodes tell each other by {@link
   * ClusterMessage.Heartbeat}s, which is the adapter's business.
   */
  boolean countsServers();

  /** The number of nodes with this namespace, this one included; only if it is counted here. */
  default CompletionStage<Integer> serverCount() {
    throw new UnsupportedOperationException(getClass().getName() + " doesn't count servers");
  }

  /**
   * What the backend keeps for clients that lose their connection, always the same; empty if it
   * forgets what it has carried.
   */
  default Optional<BusHistory> history() {
    return Optional.empty();
  }
}
