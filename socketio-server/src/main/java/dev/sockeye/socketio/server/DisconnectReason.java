// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.CloseReason;

/**
 * Why a socket left; {@link #text()} is what the reference server calls it.
 *
 * <p>Implements the reasons of the event "disconnect" of the Socket.IO documentation.
 */
public enum DisconnectReason {
  /** {@link Socket#disconnect()} or {@code disconnectSockets} was called. */
  SERVER_NAMESPACE_DISCONNECT("server namespace disconnect"),
  /** The client left the namespace. */
  CLIENT_NAMESPACE_DISCONNECT("client namespace disconnect"),
  /** The server is being closed. */
  SERVER_SHUTTING_DOWN("server shutting down"),
  /** The client did not answer a ping in time. */
  PING_TIMEOUT("ping timeout"),
  /** The client closed the connection, or it was lost. */
  TRANSPORT_CLOSE("transport close"),
  /** The network failed, or the client broke the rules of the transport. */
  TRANSPORT_ERROR("transport error"),
  /** The client sent what is no Engine.IO packet. */
  PARSE_ERROR("parse error"),
  /** The server closed the connection; so it does when it gets an invalid Socket.IO packet. */
  FORCED_CLOSE("forced close"),
  /**
   * The server closed the connection of a client that broke the rules of the protocol, and that
   * could not be told at once.
   */
  FORCED_SERVER_CLOSE("forced server close"),
  /** More was waiting to be sent than the option {@code maxBufferedBytes} allows. */
  BUFFER_OVERFLOW("buffer overflow");

  private final String text;

  DisconnectReason(String text) {
    this.text = text;
  }

  /** The reason in the words of the reference server. */
  public String text() {
    return text;
  }

  /** Whether the server ended it by its own will, so that events which wait are not wanted. */
  boolean isByServer() {
    return this == SERVER_NAMESPACE_DISCONNECT || this == SERVER_SHUTTING_DOWN;
  }

  /** Whether the client may come back as the same socket: nobody wanted the end. */
  boolean isRecoverable() {
    return switch (this) {
      case TRANSPORT_ERROR,
          TRANSPORT_CLOSE,
          FORCED_CLOSE,
          PING_TIMEOUT,
          SERVER_SHUTTING_DOWN,
          FORCED_SERVER_CLOSE ->
          true;
      case SERVER_NAMESPACE_DISCONNECT, CLIENT_NAMESPACE_DISCONNECT, PARSE_ERROR, BUFFER_OVERFLOW ->
          false;
    };
  }

  static DisconnectReason of(CloseReason reason) {
    return switch (reason) {
      case TRANSPORT_ERROR -> TRANSPORT_ERROR;
      case TRANSPORT_CLOSE -> TRANSPORT_CLOSE;
      case FORCED_CLOSE -> FORCED_CLOSE;
      case PING_TIMEOUT -> PING_TIMEOUT;
      case PARSE_ERROR -> PARSE_ERROR;
      case BUFFER_OVERFLOW -> BUFFER_OVERFLOW;
      case SERVER_SHUTTING_DOWN -> SERVER_SHUTTING_DOWN;
    };
  }
}
