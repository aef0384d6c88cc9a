// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.JsonArgs;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.spi.JsonCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/**
 * Collects the answers of the clients of other nodes to one event: each node says how many clients
 * have got it, then passes their answers on. A node that is gone costs its answers only.
 */
final class ClientAnswers implements PendingRequest {
  private final JsonCodec codec;
  private final IntConsumer clientCount;
  private final AnswerListener listener;
  private final ClusterHealth health;
  private final CompletableFuture<Integer> missing = new CompletableFuture<>();

  /** Guarded by this. */
  private final AwaitedNodes nodes;

  /** How many clients of which node have not answered. Guarded by this. */
  private final Map<String, Integer> owed = new HashMap<>();

  ClientAnswers(
      AwaitedNodes nodes,
      JsonCodec codec,
      IntConsumer clientCount,
      AnswerListener listener,
      ClusterHealth health) {
    this.nodes = nodes;
    this.codec = codec;
    this.clientCount = clientCount;
    this.listener = listener;
    this.health = health;
  }

  /** Completes with the number of clients, or silent nodes, that did not answer in time. */
  CompletableFuture<Integer> missing() {
    return missing;
  }

  @Override
  public void onResponse(Envelope response) {
    if (response.message() instanceof ClusterMessage.BroadcastClientCount count) {
      onCount(response.uid(), count.clientCount());
    } else if (response.message() instanceof ClusterMessage.BroadcastAck ack) {
      onAck(response.uid(), ack);
    }
  }

  private void onCount(String uid, int clients) {
    synchronized (this) {
      if (clients < 0 || missing.isDone() || !nodes.onAnswer(uid)) {
        return;
      }
      owed.merge(uid, clients, Integer::sum);
    }
    clientCount.accept(clients);
    completeIfAllAnswered();
  }

  private void onAck(String uid, ClusterMessage.BroadcastAck ack) {
    synchronized (this) {
      int left = owed.getOrDefault(uid, 0);
      if (left == 0 || missing.isDone()) {
        return;
      }
      owed.put(uid, left - 1);
    }
    listener.onAnswer(
        null, ack.value() instanceof Json value ? JsonArgs.of(codec, value) : Args.empty());
    completeIfAllAnswered();
  }

  @Override
  public void onExpected(int count) {
    synchronized (this) {
      nodes.expect(count);
    }
    completeIfAllAnswered();
  }

  @Override
  public void onNodeGone(String uid) {
    synchronized (this) {
      nodes.onGone(uid);
      owed.remove(uid);
    }
    completeIfAllAnswered();
  }

  /** Completes it if nobody owes an answer any more, or ever did. */
  void completeIfAllAnswered() {
    synchronized (this) {
      if (!nodes.isComplete() || clientsMissing() > 0) {
        return;
      }
    }
    missing.complete(0);
  }

  /** Called while this is locked. */
  private int clientsMissing() {
    return owed.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public void onTimeout() {
    int silent;
    int clients;
    int expected;
    synchronized (this) {
      silent = nodes.missing();
      clients = clientsMissing();
      expected = nodes.expected();
    }
    if (silent > 0 && !missing.isDone()) {
      health.onTimeout(expected, expected - silent);
    }
    missing.complete(silent + clients);
  }

  /** The other nodes can't be asked: who can be has answered, and the others are missing. */
  @Override
  public void onFailure(Throwable why) {
    onTimeout();
  }

  @Override
  public boolean isDone() {
    return missing.isDone();
  }
}
