// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.spi.Lane;

/** An event on its way to the listeners. */
final class ReceivedEvent extends Lane.Task {
  private final Socket socket;
  private final DecodedPacket packet;

  ReceivedEvent(Socket socket, DecodedPacket packet, int bytes) {
    super(bytes);
    this.socket = socket;
    this.packet = packet;
  }

  /** The event's name. */
  String name() {
    String name = packet.event();
    if (name == null) {
      throw new IllegalStateException("not an event: " + packet);
    }
    return name;
  }

  /** Its arguments. */
  Args args() {
    return packet.args();
  }

  /** The number of the answer. */
  long id() {
    return packet.id();
  }

  @Override
  public void run() {
    socket.onEvent(this);
  }
}
