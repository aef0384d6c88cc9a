// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import java.util.List;

/**
 * What a connection sends, and when: what one tick of the scheduler produces leaves at its end,
 * together. A task of the connection's thread, where everything happens that doesn't say otherwise.
 */
final class Output implements Runnable {
  private final Session session;
  private final Outbox queue;

  /** Whether this waits in the scheduler's line. */
  private boolean isPosted;

  /** Whether something was queued since the listener heard of a drain. */
  private boolean isUndrained;

  Output(Session session, int maxBytes) {
    this.session = session;
    this.queue = new Outbox(maxBytes);
  }

  Outbox queue() {
    return queue;
  }

  /**
   * Queues a message; ignored once the session is closing. Any thread.
   *
   * @throws IllegalStateException if there is no room for it
   */
  void send(List<RawData> parts, boolean compress) {
    if (!session.takesMore()) {
      return;
    }
    queue.reserve(parts);
    if (session.scheduler().inThread()) {
      add(parts, compress);
    } else if (!session.execute(() -> add(parts, compress))) {
      queue.release(parts);
    }
  }

  private void add(List<RawData> parts, boolean compress) {
    if (session.hasEnded()) {
      queue.release(parts);
      return;
    }
    for (RawData part : parts) {
      add(Outbox.frame(part, compress));
    }
  }

  /** Queues a packet without data. */
  void send(PacketType type) {
    add(Outbox.control(type, Packet.NO_DATA));
  }

  private void add(Frame frame) {
    session.tell((to, made) -> to.onPacketCreate(Outbox.type(made), made.data()), frame);
    queue.add(frame);
    isUndrained = true;
    flushLater();
  }

  /** Flushes at the end of this tick. */
  void flushLater() {
    if (!isPosted) {
      isPosted = true;
      session.execute(this);
    }
  }

  /** The tick has ended. */
  @Override
  public void run() {
    isPosted = false;
    flush();
  }

  /** Sends what the transport takes. */
  void flush() {
    ClientTransport to = session.carrier();
    if (to == null) {
      return;
    }
    if (!queue.isEmpty() && to.isReady()) {
      to.flush(queue);
      session.tell(EngineListener::onFlush);
    }
    if (queue.isEmpty() && to.isReady()) {
      if (isUndrained) {
        isUndrained = false;
        session.tell(EngineListener::onDrain);
      }
      session.onSent();
    }
  }
}
