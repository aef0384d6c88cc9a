// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.adapter.spi.Envelope;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The requests of one namespace of this node that wait for answers, by their ids; bounded. */
final class Requests {
  private final ConcurrentHashMap<String, Waiting> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final ClusterTimer timer;
  private final int limit;

  Requests(ClusterOptions options) {
    this.timer = options.timer();
    this.limit = options.maxRequests();
  }

  /** A request, and what keeps its time-out from coming. */
  private record Waiting(PendingRequest request, Runnable cancel) {}

  /**
   * Waits for the answers to a request, for some time.
   *
   * @throws IllegalStateException if too many wait already
   */
  void add(String id, PendingRequest request, Duration timeout) {
    if (count.incrementAndGet() > limit) {
      count.decrementAndGet();
      throw new IllegalStateException(
          limit
              + " requests wait for answers of other nodes already (ClusterOptions.maxRequests):"
              + " are they reachable?");
    }
    Runnable cancel = timer.schedule(() -> end(id, PendingRequest::onTimeout), timeout);
    waiting.put(id, new Waiting(request, cancel));
  }

  /** An answer to a request has come; false if nobody waits for it. */
  boolean onResponse(String id, Envelope response) {
    Waiting found = waiting.get(id);
    if (found == null) {
      return false;
    }
    found.request().onResponse(response);
    forgetIfDone(id, found);
    return true;
  }

  /** Whether a request still waits for answers. */
  boolean isAwaited(String id) {
    return waiting.containsKey(id);
  }

  /** The number of other nodes that were asked is known now. */
  void onExpected(String id, int nodes) {
    Waiting found = waiting.get(id);
    if (found != null) {
      found.request().onExpected(nodes);
      forgetIfDone(id, found);
    }
  }

  /** A request can't be made. */
  void fail(String id, Throwable why) {
    end(id, request -> request.onFailure(why));
  }

  /** A node is gone: nobody waits for it any longer. */
  void onNodeGone(String uid) {
    waiting.forEach(
        (id, found) -> {
          found.request().onNodeGone(uid);
          forgetIfDone(id, found);
        });
  }

  /** Nothing will come any more. */
  void failAll(Throwable why) {
    waiting.keySet().forEach(id -> fail(id, why));
  }

  int size() {
    return count.get();
  }

  /** Forgets a request that may have been complete from the beginning. */
  void forgetIfDone(String id) {
    Waiting found = waiting.get(id);
    if (found != null) {
      forgetIfDone(id, found);
    }
  }

  private void forgetIfDone(String id, Waiting found) {
    if (found.request().isDone()) {
      end(id, request -> {});
    }
  }

  private void end(String id, Consumer<PendingRequest> how) {
    Waiting found = waiting.remove(id);
    if (found != null) {
      count.decrementAndGet();
      found.cancel().run();
      how.accept(found.request());
    }
  }
}
