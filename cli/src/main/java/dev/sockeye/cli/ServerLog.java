// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.engineio.server.ConnectionError;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.server.DisconnectReason;
import dev.sockeye.socketio.server.ServerObserver;
import dev.sockeye.socketio.server.Socket;
import org.jspecify.annotations.Nullable;

/** Shows what happens on a server. */
final class ServerLog implements ServerObserver {
  private final Console console;
  private final Values values = new Values(BinaryForm.HEX);

  ServerLog(Console console) {
    this.console = console;
  }

  @Override
  public void onConnect(Socket socket) {
    tell(socket, "connected over " + socket.conn().transport().wireName());
  }

  @Override
  public void onDisconnect(Socket socket, DisconnectReason reason, @Nullable Throwable details) {
    tell(socket, "disconnected: " + reason.text());
  }

  @Override
  public void onEventReceived(Socket socket, String event, Args args) {
    console.print(name(socket) + values.name(event) + values.writeAll(args.toList()));
  }

  @Override
  public void onRequestRefused(ConnectionError error) {
    console.tell(
        "refused %s %s: %s"
            .formatted(error.request().method(), error.request().url(), error.error().message()));
  }

  @Override
  public void onError(Throwable error, Socket socket, String event) {
    console.complain(name(socket) + values.name(event) + ": " + error.getMessage());
  }

  private void tell(Socket socket, String text) {
    console.tell(name(socket) + text);
  }

  private static String name(Socket socket) {
    return socket.namespace().name() + " " + socket.id() + " ";
  }
}
