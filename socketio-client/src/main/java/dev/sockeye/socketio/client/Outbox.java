// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Packet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What one socket sends: at once, or when it is connected; and the answers that it waits for.
 * Guarded by the manager's lock, but for what encodes.
 */
final class Outbox {
  private final ClientSocket socket;
  private final Manager manager;
  private final SocketOptions options;
  private final SendBuffer buffer;
  private final PendingAcks acks;

  /** Null unless events are sent again until they are answered. */
  private final @Nullable RetryQueue queue;

  /** The number of the next event that wants an answer. */
  private long nextId;

  Outbox(ClientSocket socket, Manager manager, SocketOptions options) {
    this.socket = socket;
    this.manager = manager;
    this.options = options;
    OfflinePolicy offline = manager.options().offline();
    this.buffer = new SendBuffer(offline, this::onDropped);
    this.acks = new PendingAcks(manager.threads());
    this.queue = options.retries() > 0 ? new RetryQueue(this, options.retries(), offline) : null;
  }

  /** Sends an event. */
  void emit(List<? extends @Nullable Object> data, SendFlags flags) {
    if (queue != null && !flags.isVolatile()) {
      request(data, flags).exceptionally(failure -> lost(data, failure));
      return;
    }
    OutgoingEvent event = encode(Packet.NO_ID, data, flags);
    synchronized (manager.lock()) {
      if (canSend(flags)) {
        transmit(event);
      } else if (!flags.isVolatile()) {
        manager.checkNotClosed();
        buffer.add(event, manager.threads().now());
      }
    }
  }

  private Args lost(List<? extends @Nullable Object> data, Throwable failure) {
    manager.onError(failure, socket, String.valueOf(data.get(0)));
    return Args.empty();
  }

  /** Sends an event that wants an answer. */
  CompletableFuture<Args> request(List<? extends @Nullable Object> data, SendFlags flags) {
    long id = newId();
    OutgoingEvent event = encode(id, data, flags);
    Duration timeout = flags.timeout() == null ? options.ackTimeout() : flags.timeout();
    SingleAck ack = new SingleAck(manager.threads());
    synchronized (manager.lock()) {
      manager.checkNotClosed();
      if (acks.size() >= manager.options().maxPendingAcks()) {
        ack.onFailure(new TooManyAcksException(acks.size()));
      } else if (queue != null && !flags.isVolatile()) {
        enqueue(queue, event, ack, timeout);
      } else if (canSend(flags)) {
        ask(event, ack, timeout);
      } else if (flags.isVolatile()) {
        ack.onFailure(
            new NotSentException("\"" + event.name() + "\" is volatile and could not be sent"));
      } else {
        await(event, ack, timeout);
      }
    }
    return ack.future();
  }

  private static void enqueue(
      RetryQueue queue, OutgoingEvent event, SingleAck ack, @Nullable Duration timeout) {
    try {
      queue.add(event, ack, timeout);
    } catch (NotSentException e) {
      ack.onFailure(e);
    }
  }

  /** Sends an event now, and waits for its answer. */
  void ask(OutgoingEvent event, PendingAck ack, @Nullable Duration timeout) {
    acks.add(event.id(), ack, timeout, () -> {});
    try {
      transmit(event);
    } catch (IllegalStateException e) {
      acks.remove(event.id()); // more waits to be sent than maxBufferedBytes allows
      ack.onFailure(e);
    }
  }

  /** Lets an event wait for the connection, and waits for its answer meanwhile. */
  private void await(OutgoingEvent event, PendingAck ack, @Nullable Duration timeout) {
    acks.add(event.id(), ack, timeout, () -> buffer.remove(event.id()));
    try {
      buffer.add(event, manager.threads().now());
    } catch (NotSentException e) {
      acks.remove(event.id());
      ack.onFailure(e);
    }
  }

  private OutgoingEvent encode(long id, List<? extends @Nullable Object> data, SendFlags flags) {
    return OutgoingEvent.of(
        manager.options().parser(), socket.namespace(), id, data, flags.compress());
  }

  private long newId() {
    synchronized (manager.lock()) {
      return nextId++;
    }
  }

  boolean canSend() {
    Link link = socket.membership().link();
    return link != null && !link.hasPingExpired();
  }

  private boolean canSend(SendFlags flags) {
    Link link = socket.membership().link();
    return link != null && !link.hasPingExpired() && (!flags.isVolatile() || link.isWritable());
  }

  private void transmit(OutgoingEvent event) {
    Link link = socket.membership().link();
    if (link != null) {
      socket.listeners().tellOutgoing(event);
      link.send(event.parts(), event.compress());
    }
  }

  /** An event that waited is given up. */
  private void onDropped(OutgoingEvent event) {
    PendingAck ack = acks.remove(event.id());
    if (ack != null) {
      ack.onFailure(
          new NotSentException(
              "\""
                  + event.name()
                  + "\" was dropped before it could be sent: see the option offline"));
    }
  }

  /** The socket is connected: what waited leaves. */
  void onConnect() {
    for (OutgoingEvent event : buffer.drain(manager.threads().now())) {
      try {
        transmit(event);
      } catch (IllegalStateException e) {
        onDropped(event); // more waits to be sent than maxBufferedBytes allows
        manager.onError(e, socket, event.name());
      }
    }
    if (queue != null) {
      queue.drain();
    }
  }

  /** The socket is not connected any more: answers to what was sent won't come. */
  void onDisconnect(DisconnectReason reason) {
    acks.fail(new DisconnectedException(reason), buffer::contains);
  }

  /** The server has answered; unknown and late numbers are ignored. */
  void onAnswer(long id, Args answer) {
    synchronized (manager.lock()) {
      PendingAck ack = acks.remove(id);
      if (ack != null) {
        ack.onAnswer(answer);
      }
    }
  }

  List<BufferedEvent> buffered() {
    synchronized (manager.lock()) {
      return buffer.list();
    }
  }

  void clear() {
    synchronized (manager.lock()) {
      buffer.clear();
    }
  }

  /** The client is closed: nothing will be sent any more. */
  void close() {
    DisconnectedException why = new DisconnectedException(DisconnectReason.IO_CLIENT_DISCONNECT);
    buffer.clear();
    acks.fail(why, id -> false);
    if (queue != null) {
      queue.close(why);
    }
  }
}
