// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one namespace of this server adds to a stream: an addition is done when the entry is met
 * again in the stream, in its place among those of others.
 */
final class OwnEntries {
  /** What was added and has not been met yet, with its id if Redis has told it. Guarded by this. */
  private final Map<PublishCallback, Optional<StreamOffset>> pending = new LinkedHashMap<>();

  /** An entry is about to be added. */
  synchronized void add(PublishCallback callback) {
    pending.put(callback, Optional.empty());
  }

  /** Redis has added an entry. */
  synchronized void onAdded(PublishCallback callback, StreamOffset id) {
    pending.replace(callback, Optional.of(id));
  }

  /** Redis hasn't taken an entry, or nobody knows. */
  void onFailed(PublishCallback callback, Throwable why) {
    if (remove(callback)) {
      callback.onFailure(why);
    }
  }

  private synchronized boolean remove(PublishCallback callback) {
    return pending.remove(callback) != null;
  }

  /** Whether an entry that was met may be one of which Redis hasn't told the id yet. */
  synchronized boolean isUncertain(StreamOffset id) {
    return pending.containsValue(Optional.<StreamOffset>empty())
        && !pending.containsValue(Optional.of(id));
  }

  /** An entry was met in the stream; one that had counted as failed concerns nobody any more. */
  void onMet(StreamOffset id) {
    PublishCallback callback = find(id);
    if (callback != null && remove(callback)) {
      callback.onPublished(Optional.of(id.toString()));
    }
  }

  private synchronized @Nullable PublishCallback find(StreamOffset id) {
    return pending.entrySet().stream()
        .filter(each -> each.getValue().equals(Optional.of(id)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** No entry will be met any more. */
  void close() {
    List<PublishCallback> rest;
    synchronized (this) {
      rest = List.copyOf(pending.keySet());
      pending.clear();
    }
    rest.forEach(each -> each.onFailure(new RedisLostException("the adapter is closed", null)));
  }
}
