// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one session: the inbox, where any thread puts messages, and the outbox,
 * where the session's own thread keeps those that the transport doesn't take yet. Holds nothing but
 * this object while nothing waits.
 */
final class SendQueue {
  private static final VarHandle INBOX;
  private static final VarHandle BYTES;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      INBOX = lookup.findVarHandle(SendQueue.class, "inbox", Node.class);
      BYTES = lookup.findVarHandle(SendQueue.class, "bytes", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int maxBytes;

  /** The last message put in by another thread, linked to those before; null while empty. */
  private volatile @Nullable Node inbox;

  /** The bytes in inbox and outbox; changed with {@link #BYTES} only. */
  private volatile int bytes;

  /** Read and written by the session's thread only; null while empty. */
  private @Nullable ArrayDeque<Message> outbox;

  SendQueue(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The bytes that wait. Any thread. */
  int bytes() {
    return bytes;
  }

  /** Whether a message can be added without going over the limit. Any thread. */
  boolean hasRoomFor(Message message) {
    return (long) bytes + message.byteCount() <= maxBytes;
  }

  /** Puts a message into the inbox. Any thread. */
  void push(Message message) {
    BYTES.getAndAdd(this, message.byteCount());
    Node node = new Node(message);
    do {
      node.before = inbox;
    } while (!INBOX.compareAndSet(this, node.before, node));
  }

  /** Takes what is in the inbox, oldest first. Session's thread. */
  void drainInbox(Consumer<Message> target) {
    if (inbox == null) {
      return;
    }
    Node oldest = reversed((Node) INBOX.getAndSet(this, null));
    for (Node node = oldest; node != null; node = node.before) {
      BYTES.getAndAdd(this, -node.message.byteCount());
      target.accept(node.message);
    }
  }

  private static @Nullable Node reversed(@Nullable Node newest) {
    Node result = null;
    Node rest = newest;
    while (rest != null) {
      Node next = rest.before;
      rest.before = result;
      result = rest;
      rest = next;
    }
    return result;
  }

  /** Puts a message at the end of the outbox. Session's thread. */
  void append(Message message) {
    BYTES.getAndAdd(this, message.byteCount());
    if (outbox == null) {
      outbox = new ArrayDeque<>(4);
    }
    outbox.add(message);
  }

  /** Whether the outbox is empty. Session's thread. */
  boolean isEmpty() {
    return outbox == null;
  }

  /** Takes the oldest message of the outbox; null if there is none. Session's thread. */
  @Nullable Message poll() {
    if (outbox == null) {
      return null;
    }
    Message message = outbox.remove();
    if (outbox.isEmpty()) {
      outbox = null;
    }
    BYTES.getAndAdd(this, -message.byteCount());
    return message;
  }

  /** Takes the whole outbox. Session's thread. */
  List<Message> takeAll() {
    List<Message> all = new ArrayList<>(outbox == null ? 0 : outbox.size());
    for (Message message = poll(); message != null; message = poll()) {
      all.add(message);
    }
    return all;
  }

  /** Drops everything. Session's thread. */
  void clear() {
    drainInbox(message -> {});
    takeAll();
  }

  private static final class Node {
    final Message message;
    @Nullable Node before;

    Node(Message message) {
      this.message = message;
    }
  }
}
