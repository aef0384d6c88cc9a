// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.Packet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What answers an event of a client. */
final class EventAck implements Ack {
  /** For events whose client wants no answer. */
  private static final EventAck NONE = new EventAck(null, Packet.NO_ID);

  private final @Nullable Socket socket;
  private final long id;

  /** Whether the answer was given. Guarded by this. */
  private boolean isSent;

  private EventAck(@Nullable Socket socket, long id) {
    this.socket = socket;
    this.id = id;
  }

  static Ack of(Socket socket, long id) {
    return id == Packet.NO_ID ? NONE : new EventAck(socket, id);
  }

  @Override
  public boolean isWanted() {
    return socket != null;
  }

  @Override
  public boolean send(@Nullable Object... args) {
    if (socket == null || !socket.isOpen() || !mark(true)) {
      return false;
    }
    try {
      // Encoded before this returns, so the arguments needn't be copied.
      Packet answer = Packet.ack(socket.namespace().name(), id, Arrays.asList(args));
      return socket.send(answer, false, true);
    } catch (IllegalArgumentException e) {
      mark(false); // another answer may still be given
      throw e;
    }
  }

  /** Changes whether the answer was given; false if that was so already. */
  private synchronized boolean mark(boolean sent) {
    boolean changed = isSent != sent;
    isSent = sent;
    return changed;
  }
}
