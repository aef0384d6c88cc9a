// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.spi.Listeners;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Leads the events of one socket through its middleware, one after another, and then to its
 * listeners, catch-all ones first. While a stage is awaited the events behind it wait, and count
 * against the connection's limit; its sockets in other namespaces go on.
 *
 * <p>Runs on the connection's lane, but for what adds and removes.
 */
final class EventGate {
  private static final CompletableFuture<Void> PASS = CompletableFuture.completedFuture(null);

  private final Socket socket;
  private final Listeners<Function<? super IncomingEvent, ? extends CompletionStage<?>>> chain =
      new Listeners<>();
  private final Listeners<CatchAllListener> catchAll = new Listeners<>();

  /** The events behind the one that is awaited. Used on the lane only. */
  private final Queue<ReceivedEvent> waiting = new ArrayDeque<>(2);

  /** The event whose middleware takes its time; null if there is none. Used on the lane only. */
  private @Nullable Passage awaited;

  EventGate(Socket socket) {
    this.socket = socket;
  }

  Subscription use(EventMiddleware middleware) {
    return useAsync(
        event -> {
          try {
            middleware.accept(event);
            return PASS;
          } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
          }
        });
  }

  Subscription useAsync(Function<? super IncomingEvent, ? extends CompletionStage<?>> middleware) {
    return chain.add("middleware", middleware);
  }

  Listeners<CatchAllListener> catchAll() {
    return catchAll;
  }

  /** An event has its turn. */
  void take(ReceivedEvent event) {
    if (awaited != null) {
      socket.lane().hold(event.bytes());
      waiting.add(event);
      return;
    }
    Passage passage = new Passage(event);
    if (!passage.proceed()) {
      socket.lane().hold(event.bytes());
      awaited = passage;
    }
  }

  /** The stage that was awaited is done. */
  private void resume(Passage passage, @Nullable Throwable refusal) {
    if (awaited != passage || !passage.resume(refusal)) {
      return; // the socket has left, or the next stage is awaited
    }
    awaited = null;
    socket.lane().release(passage.event.bytes());
    for (ReceivedEvent next = waiting.poll(); next != null; next = waiting.poll()) {
      socket.lane().release(next.bytes());
      socket.onEvent(next);
      if (awaited != null) {
        return;
      }
    }
  }

  /** Drops what waits. */
  void close() {
    if (awaited != null) {
      socket.lane().release(awaited.event.bytes());
      awaited = null;
    }
    for (ReceivedEvent next = waiting.poll(); next != null; next = waiting.poll()) {
      socket.lane().release(next.bytes());
    }
  }

  private void tell(IncomingEvent event) {
    for (Listeners.Entry<CatchAllListener> entry : catchAll.snapshot()) {
      try {
        entry.listener().onEvent(event);
      } catch (Throwable e) {
        socket.onError(e, event.name());
      }
    }
    socket.listeners().tell(socket, event.name(), event.args(), event.ack());
  }

  /** One event on its way through the chain. */
  private final class Passage {
    private final ReceivedEvent event;
    private final IncomingEvent incoming;
    private final Listeners.Entry<Function<? super IncomingEvent, ? extends CompletionStage<?>>>[]
        links = chain.snapshot();

    /** The next of the chain to ask. */
    private int next;

    Passage(ReceivedEvent event) {
      this.event = event;
      this.incoming =
          new IncomingEvent(socket, event.name(), event.args(), EventAck.of(socket, event.id()));
    }

    /** Goes on to the end, and answers true; false if a stage has to be awaited. */
    boolean proceed() {
      while (next < links.length) {
        CompletableFuture<?> verdict = ask(links[next++].listener());
        if (!verdict.isDone()) {
          CompletionStage<?> stage = verdict;
          stage.whenComplete(
              (ignored, refusal) ->
                  socket.lane().execute(() -> EventGate.this.resume(this, refusal)));
          return false;
        }
        Throwable refusal = Failures.of(verdict);
        if (refusal != null) {
          socket.onError(refusal, incoming.name());
          return true;
        }
      }
      tell(incoming);
      return true;
    }

    /** As {@link #proceed}, after a stage was awaited. */
    boolean resume(@Nullable Throwable refusal) {
      if (!socket.wantsEvents()) {
        return true;
      }
      if (refusal != null) {
        socket.onError(Failures.cause(refusal), incoming.name());
        return true;
      }
      return proceed();
    }

    private CompletableFuture<?> ask(
        Function<? super IncomingEvent, ? extends CompletionStage<?>> middleware) {
      try {
        return middleware.apply(incoming).toCompletableFuture();
      } catch (Throwable refusal) {
        return CompletableFuture.failedFuture(refusal);
      }
    }
  }
}
