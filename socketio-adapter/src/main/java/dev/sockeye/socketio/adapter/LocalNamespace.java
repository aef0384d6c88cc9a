// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.spi.EncodedPacket;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What an adapter sees of a namespace of this node; the server implements it. */
public interface LocalNamespace {
  /** The name, with its leading slash. */
  String name();

  /**
   * Sends an event to sockets of this node; those that are not connected (yet, or any more) are
   * skipped. The packet is encoded once.
   *
   * @return the packet as it was sent
   * @throws IllegalArgumentException if it can't be encoded; then nobody gets it
   */
  EncodedPacket deliver(Packet packet, BroadcastFlags flags, Collection<LocalSocket> targets);

  /**
   * Sends an event to one socket of this node, which may be on its way into the namespace; one that
   * has left is skipped.
   *
   * @return the packet as it was, or would have been, sent
   * @throws IllegalArgumentException if it can't be encoded
   */
  EncodedPacket deliver(Packet packet, BroadcastFlags flags, LocalSocket target);

  /** How clients that lose their connection are to be restored; empty if they are not. */
  Optional<RecoveryOptions> recovery();

  /**
   * As {@link #deliver}, with answers; the contract of the parameters and of the result is {@link
   * Adapter#broadcastWithAck}'s, for this node.
   */
  CompletionStage<Integer> deliverWithAck(
      Packet packet,
      BroadcastFlags flags,
      Collection<LocalSocket> targets,
      IntConsumer clientCount,
      AnswerListener answers);

  /**
   * Tells the listeners of this node of an event that another node has sent: what {@link
   * Adapter#serverSideEmit} has carried here.
   *
   * @param nameAndArguments the event's name and its arguments, in their natural form or as {@link
   *     dev.sockeye.socketio.Json}
   * @param answer gets this node's answer, once at most, on any thread; null if none is wanted
   */
  void onServerSideEmit(
      List<? extends @Nullable Object> nameAndArguments,
      @Nullable Consumer<@Nullable Object> answer);
}
