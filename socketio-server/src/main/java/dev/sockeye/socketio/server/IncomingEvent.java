// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.Args;
import org.jspecify.annotations.Nullable;

/**
 * An event of a client on its way through {@linkplain Receiver#use middleware} and {@linkplain
 * Receiver#onAny catch-all listeners} to the listeners of its name. Used by one thread at a time.
 */
public final class IncomingEvent {
  private final Socket socket;
  private final String name;
  private final Ack ack;

  /** What the client sent, or what a middleware has put in its place. */
  private Args args;

  IncomingEvent(Socket socket, String name, Args args, Ack ack) {
    this.socket = socket;
    this.name = name;
    this.args = args;
    this.ack = ack;
  }

  /** The socket that got it. */
  public Socket socket() {
    return socket;
  }

  /** The event's name. */
  public String name() {
    return name;
  }

  /** The arguments, without the name. */
  public Args args() {
    return args;
  }

  /** What answers the event, if the client asked for an answer. */
  public Ack ack() {
    return ack;
  }

  /**
   * Puts other arguments in the place of those that came, for all who see the event from now on.
   *
   * @param values anything that can be sent as an argument of an event
   * @throws IllegalArgumentException if one of them can't be encoded
   */
  public void replaceArgs(@Nullable Object... values) {
    args = socket.namespace().server().values().args(values);
  }

  @Override
  public String toString() {
    return name + args;
  }
}
