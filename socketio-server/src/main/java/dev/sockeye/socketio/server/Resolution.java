// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.BindingException;
import dev.sockeye.socketio.spi.Lane;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the parents, one after another, whether one of them makes a namespace that isn't there; runs
 * on the connection's lane, and leaves it free while a predicate takes its time.
 */
final class Resolution extends Lane.Task {
  private static final Logger LOG = LoggerFactory.getLogger(Resolution.class);

  private final Connection connection;
  private final String name;
  private final Handshake handshake;
  private final Namespaces namespaces;

  /** Those that were not asked yet. Used on the lane only. */
  private final Iterator<ParentNamespace> parents;

  Resolution(
      Connection connection, String name, Handshake handshake, Namespaces namespaces, int bytes) {
    super(bytes);
    this.connection = connection;
    this.name = name;
    this.handshake = handshake;
    this.namespaces = namespaces;
    this.parents = namespaces.parents().iterator();
  }

  @Override
  public void run() {
    while (parents.hasNext()) {
      ParentNamespace parent = parents.next();
      CompletableFuture<Boolean> verdict = parent.admits(name, handshake);
      if (!verdict.isDone()) {
        CompletionStage<Boolean> stage = verdict;
        stage.whenComplete(
            (yes, error) -> connection.lane().execute(() -> proceed(parent, verdict)));
        return;
      }
      if (isYes(verdict)) {
        enter(parent);
        return;
      }
    }
    connection.onResolved(name, handshake, namespaces.enter(name), Connection.INVALID_NAMESPACE);
  }

  private void proceed(ParentNamespace parent, CompletableFuture<Boolean> verdict) {
    if (isYes(verdict)) {
      enter(parent);
    } else {
      run();
    }
  }

  private boolean isYes(CompletableFuture<Boolean> verdict) {
    Throwable failure = Failures.of(verdict);
    if (failure == null) {
      return Boolean.TRUE.equals(verdict.join());
    }
    if (failure instanceof BindingException) {
      LOG.debug("no namespace for a client whose auth doesn't fit: {}", failure.getMessage());
    } else {
      LOG.error("the predicate of a parent namespace failed; to the client that is a no", failure);
    }
    return false;
  }

  private void enter(ParentNamespace parent) {
    Namespace found = namespaces.enter(name);
    if (found == null && parent.isFull()) {
      LOG.warn("{} has too many children: maxChildNamespaces allows no more", parent);
      connection.onResolved(name, handshake, null, Connection.TOO_MANY_NAMESPACES);
      return;
    }
    @Nullable Namespace entered = found;
    try {
      entered = found != null ? found : namespaces.enter(name, parent);
    } catch (RuntimeException e) {
      LOG.error("a listener of new namespaces failed, so {} was not made", name, e);
    }
    connection.onResolved(name, handshake, entered, "Internal server error");
  }
}
