// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.ConnectionError;
import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.socketio.Args;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several observers, none of which can disturb the others or the server. What sessions do they hear
 * from the engine itself.
 */
final class ServerObservers implements ServerObserver {
  private static final Logger LOG = LoggerFactory.getLogger(ServerObservers.class);

  private final List<ServerObserver> observers;

  ServerObservers(List<ServerObserver> observers) {
    this.observers = List.copyOf(observers);
  }

  /** Lets all of them see what happens in the engine. */
  void observe(EngineServer engine) {
    observers.forEach(engine::observeSessions);
    engine.onConnectionError(this::onRequestRefused);
  }

  @Override
  public void onRequestRefused(ConnectionError error) {
    tell(observer -> observer.onRequestRefused(error));
  }

  @Override
  public void onNewNamespace(Namespace namespace) {
    tell(observer -> observer.onNewNamespace(namespace));
  }

  @Override
  public void onConnect(Socket socket) {
    tell(observer -> observer.onConnect(socket));
  }

  @Override
  public void onConnectRefused(Socket socket, String message) {
    tell(observer -> observer.onConnectRefused(socket, message));
  }

  @Override
  public void onDisconnect(Socket socket, DisconnectReason reason, @Nullable Throwable details) {
    tell(observer -> observer.onDisconnect(socket, reason, details));
  }

  @Override
  public void onEventReceived(Socket socket, String event, Args args) {
    tell(observer -> observer.onEventReceived(socket, event, args));
  }

  @Override
  public void onEventSent(Socket socket, String event, List<? extends @Nullable Object> args) {
    tell(observer -> observer.onEventSent(socket, event, args));
  }

  @Override
  public void onError(Throwable error, Socket socket, String event) {
    tell(observer -> observer.onError(error, socket, event));
  }

  private void tell(Consumer<ServerObserver> what) {
    for (ServerObserver observer : observers) {
      try {
        what.accept(observer);
      } catch (RuntimeException e) {
        LOG.error("an observer failed", e);
      }
    }
  }
}
