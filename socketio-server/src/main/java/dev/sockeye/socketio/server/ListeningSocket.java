// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.EventListener;
import dev.sockeye.socketio.OutgoingListener;
import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.spi.Events;
import dev.sockeye.socketio.spi.Listeners;
import dev.sockeye.socketio.spi.RequestListener;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a {@link Socket} hears, and who wants to hear of it. */
abstract class ListeningSocket extends SocketLife implements Receiver {
  private final SocketListeners listeners = new SocketListeners();

  /**
   * Null before the first. Written once, while this is locked; published by the state, which those
   * who send ask for before.
   */
  private @Nullable Listeners<OutgoingListener> outgoing;

  /** This socket. */
  abstract Socket self();

  final SocketListeners listeners() {
    return listeners;
  }

  @Override
  public Subscription on(String event, EventListener listener) {
    Events.checkName(event);
    return listeners.ofEvents().add(event, listener);
  }

  @Override
  public Subscription once(String event, EventListener listener) {
    Events.checkName(event);
    return listeners.ofEvents().addOnce(event, listener);
  }

  @Override
  public Subscription onRequest(
      String event, Function<? super Args, ? extends @Nullable Object> listener) {
    return on(event, new RequestListener(listener, error -> onError(error, event)));
  }

  @Override
  public void off(String event) {
    listeners.ofEvents().removeAll(event);
  }

  @Override
  public void off() {
    listeners.ofEvents().removeAll();
  }

  @Override
  public Subscription onAny(CatchAllListener listener) {
    return listeners.gate(self()).catchAll().add("any", listener);
  }

  @Override
  public Subscription prependAny(CatchAllListener listener) {
    return listeners.gate(self()).catchAll().prepend("any", listener);
  }

  @Override
  public void offAny() {
    listeners.removeCatchAll();
  }

  @Override
  public List<CatchAllListener> listenersAny() {
    return listeners.catchAll();
  }

  @Override
  public Subscription onAnyOutgoing(OutgoingListener listener) {
    return outgoing().add("any", listener);
  }

  @Override
  public Subscription prependAnyOutgoing(OutgoingListener listener) {
    return outgoing().prepend("any", listener);
  }

  @Override
  public void offAnyOutgoing() {
    outgoing().removeAll();
  }

  @Override
  public List<OutgoingListener> listenersAnyOutgoing() {
    return outgoing().list();
  }

  private synchronized Listeners<OutgoingListener> outgoing() {
    Listeners<OutgoingListener> all = outgoing;
    if (all == null) {
      all = new Listeners<>();
      outgoing = all;
      publish();
    }
    return all;
  }

  @Override
  public Subscription use(EventMiddleware middleware) {
    return listeners.gate(self()).use(middleware);
  }

  @Override
  public Subscription useAsync(
      Function<? super IncomingEvent, ? extends CompletionStage<?>> middleware) {
    return listeners.gate(self()).useAsync(middleware);
  }

  @Override
  public Subscription onError(SocketErrorListener listener) {
    return listeners.onError(listener);
  }

  @Override
  public Subscription onDisconnecting(DisconnectListener listener) {
    return listeners.onDisconnecting(listener);
  }

  @Override
  public Subscription onDisconnect(DisconnectListener listener) {
    return listeners.onDisconnect(listener);
  }

  /** An event has its turn; called on the lane. */
  final void onEvent(ReceivedEvent event) {
    if (wantsEvents()) {
      listeners.hear(self(), event);
    }
  }

  /** What the connection got was no packet; called on the lane. */
  final void onParseError(ParseException error) {
    try {
      listeners.tellError(error, "parse error");
    } catch (RuntimeException e) {
      self().namespace().server().onError(e, self(), "parse error");
    }
  }

  /** An event is being sent to it; called after it was found to be in, or open. */
  final void tellOutgoing(List<? extends @Nullable Object> nameAndArguments) {
    Listeners<OutgoingListener> all = outgoing;
    ServerObserver observer = self().namespace().server().observer();
    if (all != null || observer != null) {
      String event = String.valueOf(nameAndArguments.get(0));
      List<? extends @Nullable Object> args = nameAndArguments.subList(1, nameAndArguments.size());
      if (observer != null) {
        observer.onEventSent(self(), event, args);
      }
      if (all != null) {
        tellOutgoing(all, event, args);
      }
    }
  }

  private void tellOutgoing(
      Listeners<OutgoingListener> all, String event, List<? extends @Nullable Object> args) {
    for (Listeners.Entry<OutgoingListener> entry : all.snapshot()) {
      try {
        entry.listener().onEvent(event, args);
      } catch (RuntimeException e) {
        onError(e, event);
      }
    }
  }

  /**
   * Something went wrong: tells those who want to hear of this socket's errors, or the server's.
   */
  final void onError(Throwable error, String event) {
    ServerObserver observer = self().namespace().server().observer();
    if (observer != null) {
      observer.onError(error, self(), event);
    }
    try {
      if (listeners.tellError(error, event)) {
        return;
      }
    } catch (RuntimeException e) {
      e.addSuppressed(error);
      self().namespace().server().onError(e, self(), event);
      return;
    }
    self().namespace().server().onError(error, self(), event);
  }
}
