// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.spi.Lane;

/** An event on its way to the listeners. */
final class ReceivedEvent extends Lane.Task {
  private final ClientSocket socket;
  private final Link link;
  private final DecodedPacket packet;

  /** When it came. */
  private final Object stay;

  ReceivedEvent(ClientSocket socket, Link link, DecodedPacket packet, int bytes, Object stay) {
    super(bytes);
    this.socket = socket;
    this.link = link;
    this.packet = packet;
    this.stay = stay;
  }

  DecodedPacket packet() {
    return packet;
  }

  @Override
  public void run() {
    String event = packet.event();
    if (event != null && socket.membership().stay() == stay) {
      socket.listeners().tell(event, packet.args(), EventAck.of(socket, link, packet.id()));
    }
  }
}
