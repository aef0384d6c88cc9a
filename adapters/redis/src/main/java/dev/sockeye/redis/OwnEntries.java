// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What one namespace of this server adds to a stream: an addition is complete when the entry is met
 * again in the stream, in its place among those of others.
 */
final class OwnEntries {
  /** Those whose entries have not been met yet, in their order. Guarded by this. */
  private final ArrayDeque<Pending> pending = new ArrayDeque<>();

  /** One addition. */
  static final class Pending {
    private final CompletableFuture<Optional<String>> offset = new CompletableFuture<>();

    /** Null until Redis has named it. Guarded by the owner. */
    private @Nullable StreamOffset id;

    CompletionStage<Optional<String>> offset() {
      return offset;
    }
  }

  /** An entry is about to be added. */
  synchronized Pending begin() {
    Pending added = new Pending();
    pending.add(added);
    return added;
  }

  /** Redis has named an entry. */
  synchronized void onAdded(Pending added, StreamOffset id) {
    added.id = id;
  }

  /** Redis hasn't taken an entry, or nobody knows. */
  void onFailed(Pending added, Throwable why) {
    synchronized (this) {
      pending.remove(added);
    }
    added.offset.completeExceptionally(why);
  }

  /**
   * An entry was met in the stream.
   *
   * @return what is to be completed; null if it isn't known yet to whom it belongs
   */
  synchronized @Nullable CompletableFuture<Optional<String>> find(StreamOffset id) {
    boolean isUnknown = false;
    for (Pending each : pending) {
      if (id.equals(each.id)) {
        pending.remove(each);
        return each.offset;
      }
      isUnknown |= each.id == null;
    }
    // One that has failed, but had been added all the same, concerns nobody any more.
    return isUnknown ? null : new CompletableFuture<>();
  }

  /** No entry will be met any more. */
  void close() {
    List<Pending> rest;
    synchronized (this) {
      rest = List.copyOf(pending);
      pending.clear();
    }
    rest.forEach(
        each ->
            each.offset.completeExceptionally(
                new RedisLostException("the adapter is closed", null)));
  }
}
