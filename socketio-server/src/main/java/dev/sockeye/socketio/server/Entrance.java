// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.spi.Listeners;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a socket meets on its way into a namespace: middleware, then those who hear of it. Behind
 * that of a parent stands that of the child, so whatever the parent gets later is good for the
 * children that are there, too.
 */
final class Entrance {
  private static final CompletableFuture<Void> PASS = CompletableFuture.completedFuture(null);

  /** What comes before; null unless there is a parent. */
  private final @Nullable Entrance before;

  private final Listeners<Function<? super Socket, ? extends CompletionStage<?>>> chain =
      new Listeners<>();
  private final Listeners<Consumer<? super Socket>> listeners = new Listeners<>();

  Entrance(@Nullable Entrance before) {
    this.before = before;
  }

  void use(Middleware middleware) {
    useAsync(
        socket -> {
          try {
            middleware.accept(socket);
            return PASS;
          } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
          }
        });
  }

  void useAsync(Function<? super Socket, ? extends CompletionStage<?>> middleware) {
    chain.add("middleware", middleware);
  }

  Subscription onConnection(Consumer<? super Socket> listener) {
    return listeners.add("connection", listener);
  }

  /** All middleware at the moment; a snapshot. */
  List<Function<? super Socket, ? extends CompletionStage<?>>> chain() {
    if (before == null) {
      return chain.list();
    }
    List<Function<? super Socket, ? extends CompletionStage<?>>> all =
        new ArrayList<>(before.chain());
    all.addAll(chain.list());
    return all;
  }

  /** Tells the listeners of a new socket; called on its lane. */
  void announce(Socket socket) {
    if (before != null) {
      before.announce(socket);
    }
    for (Listeners.Entry<Consumer<? super Socket>> entry : listeners.snapshot()) {
      try {
        entry.listener().accept(socket);
      } catch (Throwable e) {
        socket.onError(e, entry.name());
      }
    }
  }
}
