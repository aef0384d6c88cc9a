// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Transport;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * What a session sends: the order of messages from all threads, and what becomes of those that the
 * peer doesn't take.
 */
final class Output {
  private static final AtomicIntegerFieldUpdater<Output> IS_MARKED =
      AtomicIntegerFieldUpdater.newUpdater(Output.class, "isMarked");

  private final Session session;
  private final SendQueue queue;

  /** What {@link #isWritable()} tells other threads; set on the session's thread. */
  private volatile boolean writable;

  /** 1 while a {@link LoopState} has this among its marked ones; any thread, by compare-and-set. */
  private volatile int isMarked;

  /** Belongs to the {@link LoopState}: to whoever has set {@link #isMarked}. */
  @Nullable Output nextMarked;

  /** Belongs to the {@link LoopState}: whether it waits to be flushed. Session's thread only. */
  boolean dirty;

  Output(Session session, int maxBytes) {
    this.session = session;
    this.queue = new SendQueue(maxBytes);
  }

  Session session() {
    return session;
  }

  SendQueue queue() {
    return queue;
  }

  /** Sends a message. Any thread. */
  void send(Message message) {
    LoopState loop = session.loop();
    if (loop.inThread()) {
      drainInbox();
      if (session.isOpen()) {
        sendHere(message);
      }
    } else {
      push(message);
      loop.wake();
    }
  }

  /** Sends a message that goes to others too; {@link LoopState#wake} must follow. Any thread. */
  void broadcast(Message message) {
    if (!session.loop().inThread() || !queue.hasRoomFor(message)) {
      push(message);
      return;
    }
    try {
      send(message);
    } catch (RuntimeException e) {
      // In a task of its own: its listener must not disturb the caller's way through the others.
      session.loop().execute(() -> session.end(CloseReason.TRANSPORT_ERROR, e));
    }
  }

  /** Puts a message into the inbox; {@link LoopState#wake} must follow. Any thread. */
  void push(Message message) {
    if (!session.isOpen()) {
      return;
    }
    if (queue.hasRoomFor(message)) {
      queue.push(message);
      session.loop().mark(this);
    } else if (!message.isVolatile()) {
      session.onOverflow();
    }
  }

  boolean tryMark() {
    return isMarked == 0 && IS_MARKED.compareAndSet(this, 0, 1);
  }

  void unmark() {
    isMarked = 0;
  }

  /** Takes in what other threads have sent. Session's thread. */
  void drainInbox() {
    queue.drainInbox(this::sendHere);
  }

  /** Sends a message, or a packet of the protocol, after those before. Session's thread. */
  void sendHere(Message message) {
    if (session.hasEnded()) {
      return;
    }
    SessionObservers observers = session.observers();
    if (message.isVolatile() && !isReady()) {
      if (observers != null) {
        observers.onDropped(session, message);
      }
      return;
    }
    if (observers != null) {
      observers.onSent(session, message);
    }
    if (!queue.isEmpty() || !session.current().offer(message)) {
      if (!queue.hasRoomFor(message)) {
        // A tick may produce more than the limit for a peer that would take it.
        flush();
      }
      if (!queue.hasRoomFor(message)) {
        session.onOverflow();
        return;
      }
      queue.append(message);
    }
    flushLater();
  }

  /** Sees to it that the session is flushed at the end of this tick. Session's thread. */
  void flushLater() {
    session.loop().flushLater(this);
  }

  /** Sends what the peer takes. Session's thread. */
  void flush() {
    session.current().flush(queue);
    updateWritable();
  }

  /** The transport's readiness may have changed. Session's thread. */
  void updateWritable() {
    boolean now = isReady();
    if (now != writable) {
      writable = now;
    }
  }

  /** Whether a volatile message sent now would leave. Any thread: a snapshot. */
  boolean isWritable() {
    return session.loop().inThread() ? isReady() : writable;
  }

  private boolean isReady() {
    SessionTransport to = session.current();
    // A poll that waits takes whatever this tick has queued; a WebSocket has refused what is
    // queued.
    return to.isReady() && (queue.isEmpty() || to.kind() == Transport.POLLING);
  }
}
