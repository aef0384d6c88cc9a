// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.client.CloseDetails;
import dev.sockeye.socketio.DecodedPacket;
import org.jspecify.annotations.Nullable;

/** What happens to the connection that sockets share; {@link #text()} is the reference's name. */
sealed interface ManagerEvent {
  /** The name of the event in the reference client. */
  String text();

  /** The connection is open. */
  record Opened() implements ManagerEvent {
    @Override
    public String text() {
      return "open";
    }
  }

  /** The connection could not be opened. */
  record Failed(ConnectException error) implements ManagerEvent {
    @Override
    public String text() {
      return "error";
    }
  }

  /** The server has pinged. */
  record Pinged() implements ManagerEvent {
    @Override
    public String text() {
      return "ping";
    }
  }

  /** A packet has come. */
  record Received(DecodedPacket packet) implements ManagerEvent {
    @Override
    public String text() {
      return "packet";
    }
  }

  /** The connection has ended. */
  record Closed(DisconnectReason reason, @Nullable CloseDetails details) implements ManagerEvent {
    @Override
    public String text() {
      return "close";
    }
  }

  /** The connection is about to be opened again. */
  record Attempt(int number) implements ManagerEvent {
    @Override
    public String text() {
      return "reconnect_attempt";
    }
  }

  /** The connection was opened again. */
  record Reconnected(int attempts) implements ManagerEvent {
    @Override
    public String text() {
      return "reconnect";
    }
  }

  /** An attempt to open the connection again has failed. */
  record AttemptFailed(ConnectException error) implements ManagerEvent {
    @Override
    public String text() {
      return "reconnect_error";
    }
  }

  /** The last attempt has failed. */
  record GivenUp() implements ManagerEvent {
    @Override
    public String text() {
      return "reconnect_failed";
    }
  }
}
