// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.BusListener;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The messages of one namespace, over the {@link Link} of its server. */
final class PostgresBus implements Bus, ChannelListener {
  private final Link link;
  private final Runnable release;
  private final Publications publications;
  private final String channel;
  private final String namespace;
  private final String uid;
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /** Null before the start. Guarded by this. */
  private @Nullable BusListener listener;

  /** Whether the listener is being called. Guarded by this. */
  private boolean calling;

  /** Whether the listener may be called no more. Guarded by this. */
  private boolean closed;

  /**
   * @param release gives the link back
   */
  PostgresBus(
      Link link,
      Runnable release,
      Publications publications,
      String channel,
      String namespace,
      String uid) {
    this.link = link;
    this.release = release;
    this.publications = publications;
    this.channel = channel;
    this.namespace = namespace;
    this.uid = uid;
  }

  @Override
  public CompletionStage<Void> start(BusListener listener) {
    synchronized (this) {
      this.listener = Objects.requireNonNull(listener, "listener");
    }
    link.add(channel, this);
    return started;
  }

  @Override
  public CompletionStage<Void> close() {
    synchronized (this) {
      if (closed) {
        return ended;
      }
      closed = true;
      if (!calling) {
        ended.complete(null);
      }
    }
    link.remove(channel);
    release.run();
    return ended;
  }

  @Override
  public void publish(Envelope envelope, PublishCallback callback) {
    link.publish(publications.of(channel, envelope), callback);
  }

  /** There are no addresses: it goes to all. */
  @Override
  public CompletionStage<Void> send(String to, Envelope envelope) {
    Published published = new Published();
    publish(envelope, published);
    return published.stage();
  }

  @Override
  public boolean countsServers() {
    return false;
  }

  @Override
  public void onListening() {
    started.complete(null);
  }

  @Override
  public void onPayload(String payload) {
    onMessage(payload.getBytes(UTF_8));
  }

  @Override
  public boolean wants(AttachmentHeader header) {
    return !header.uid().equals(uid);
  }

  @Override
  public void onAttachment(byte[] row) {
    onMessage(row);
  }

  private void onMessage(byte[] message) {
    Envelope envelope;
    try {
      envelope = publications.codec().decode(message);
    } catch (RuntimeException e) {
      onGarbage(e);
      return;
    }
    // npm's emitter doesn't say the namespace: its channel does.
    Envelope placed = envelope.namespace().isEmpty() ? envelope.in(namespace) : envelope;
    call(listener -> listener.onMessage(placed, Optional.empty()));
  }

  @Override
  public void onGarbage(RuntimeException why) {
    call(listener -> listener.onGarbage(why));
  }

  @Override
  public void onLost(Exception why) {
    call(listener -> listener.onLost(why));
  }

  @Override
  public void onRestored() {
    call(BusListener::onRestored);
  }

  /** Calls the listener unless it is over; the end waits for a call that has begun. */
  private void call(Consumer<BusListener> event) {
    BusListener target;
    synchronized (this) {
      target = listener;
      if (closed || target == null) {
        return;
      }
      calling = true;
    }
    try {
      event.accept(target);
    } finally {
      synchronized (this) {
        calling = false;
        if (closed) {
          ended.complete(null);
        }
      }
    }
  }
}
