// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.Packet;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What answers an event of the server, over the connection on which it came and no other. */
final class EventAck implements Ack {
  private static final Ack UNWANTED =
      new Ack() {
        @Override
        public boolean isWanted() {
          return false;
        }

        @Override
        public boolean send(@Nullable Object... args) {
          return false;
        }
      };

  private final ClientSocket socket;
  private final Link link;
  private final long id;
  private final AtomicBoolean isSent = new AtomicBoolean();

  private EventAck(ClientSocket socket, Link link, long id) {
    this.socket = socket;
    this.link = link;
    this.id = id;
  }

  static Ack of(ClientSocket socket, Link link, long id) {
    return id == Packet.NO_ID ? UNWANTED : new EventAck(socket, link, id);
  }

  @Override
  public boolean isWanted() {
    return true;
  }

  @Override
  public boolean send(@Nullable Object... args) {
    if (socket.membership().link() != link || !isSent.compareAndSet(false, true)) {
      return false;
    }
    try {
      // Encoded before this returns, so the arguments needn't be copied.
      socket.membership().sendOver(link, Packet.ack(socket.namespace(), id, Arrays.asList(args)));
      return true;
    } catch (IllegalArgumentException e) {
      isSent.set(false); // another answer may still be given
      throw e;
    }
  }
}
