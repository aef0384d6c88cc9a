// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.Envelope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Collects one answer of each other node: the sockets that it has, or what a listener said. */
final class NodeAnswers<T extends @Nullable Object> implements PendingRequest {
  /** What an answer brings. */
  interface Content<T extends @Nullable Object> {
    /** The answers in a message; null if it is no answer to such a request. */
    @Nullable List<T> of(ClusterMessage response);
  }

  private final Content<T> content;
  private final int limit;
  private final ClusterHealth health;
  private final CompletableFuture<List<T>> result = new CompletableFuture<>();

  /** Guarded by this. */
  private final AwaitedNodes nodes;

  /** In the order in which they came. Guarded by this. */
  private final List<T> answers;

  /**
   * @param own what this node has to say
   */
  NodeAnswers(
      AwaitedNodes nodes, List<T> own, Content<T> content, int limit, ClusterHealth health) {
    this.nodes = nodes;
    this.answers = new ArrayList<>(own);
    this.content = content;
    this.limit = limit;
    this.health = health;
  }

  CompletableFuture<List<T>> result() {
    return result;
  }

  @Override
  public void onResponse(Envelope response) {
    List<T> some = content.of(response.message());
    if (some == null) {
      return;
    }
    synchronized (this) {
      if (!nodes.onAnswer(response.uid())) {
        return;
      }
      if (answers.size() + some.size() <= limit) {
        answers.addAll(some);
        some = null;
      }
    }
    if (some != null) {
      onFailure(
          new IllegalStateException(
              "more than " + limit + " answers of other nodes (ClusterOptions.maxAnswers)"));
      return;
    }
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
    }
    completeIfAllAnswered();
  }

  /** Completes it if nobody owes an answer any more, or ever did. */
  void completeIfAllAnswered() {
    List<T> all;
    synchronized (this) {
      if (!nodes.isComplete()) {
        return;
      }
      all = snapshot();
    }
    result.complete(all);
  }

  @Override
  public void onTimeout() {
    ClusterTimeoutException timeout;
    synchronized (this) {
      timeout = new ClusterTimeoutException(nodes.expected(), nodes.received(), snapshot());
    }
    if (!result.isDone()) {
      health.onTimeout(timeout.expected(), timeout.received());
      result.completeExceptionally(timeout);
    }
  }

  /** Called while this is locked. */
  private List<T> snapshot() {
    return Collections.unmodifiableList(new ArrayList<>(answers));
  }

  @Override
  public void onFailure(Throwable why) {
    result.completeExceptionally(why);
  }

  @Override
  public boolean isDone() {
    return result.isDone();
  }
}
