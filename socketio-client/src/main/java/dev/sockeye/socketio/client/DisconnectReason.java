// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.client.CloseReason;

/**
 * Why a socket is no longer connected; {@link #text()} is what the reference client calls it. After
 * the first two it stays so until {@link ClientSocket#connect()}; after the others the client
 * reconnects.
 *
 * <p>Implements the reasons of the event "disconnect" of the Socket.IO documentation.
 */
public enum DisconnectReason {
  /** The server has disconnected the socket. */
  IO_SERVER_DISCONNECT("io server disconnect"),
  /** {@link ClientSocket#disconnect()} or {@link SocketIoClient#close()} was called. */
  IO_CLIENT_DISCONNECT("io client disconnect"),
  /** The server sent no ping in time. */
  PING_TIMEOUT("ping timeout"),
  /** The server closed the connection, or it was lost. */
  TRANSPORT_CLOSE("transport close"),
  /** The network failed, or the server broke the rules of the transport. */
  TRANSPORT_ERROR("transport error"),
  /** The server sent what is no packet. */
  PARSE_ERROR("parse error"),
  /** The connection below was closed on this side, as by its last namespace. */
  FORCED_CLOSE("forced close");

  private final String text;

  DisconnectReason(String text) {
    this.text = text;
  }

  /** The reason in the words of the reference client. */
  public String text() {
    return text;
  }

  static DisconnectReason of(CloseReason reason) {
    return switch (reason) {
      case TRANSPORT_ERROR -> TRANSPORT_ERROR;
      case TRANSPORT_CLOSE -> TRANSPORT_CLOSE;
      case FORCED_CLOSE -> FORCED_CLOSE;
      case PING_TIMEOUT -> PING_TIMEOUT;
      case PARSE_ERROR -> PARSE_ERROR;
    };
  }
}
