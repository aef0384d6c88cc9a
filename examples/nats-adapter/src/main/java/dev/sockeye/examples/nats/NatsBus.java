// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.nats;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.BusListener;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.PublishCallback;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.ConnectionListener.Events;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;

/** The messages of one namespace, over the connection of its server. */
final class NatsBus implements Bus {
  /** The header that says who has sent a message. */
  private static final String FROM = "Sockeye-From";

  /** The header that says which of the sender's publications it is. */
  private static final String NUMBER = "Sockeye-Number";

  /** What NATS counts beside the message itself: the headers. */
  private static final int ROOM_FOR_HEADERS = 256;

  private final Receipts receipts = new Receipts();
  private final Turns turns = new Turns();
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /** Ends the subscriptions. Written by start, read by close, whichever thread that is. */
  private volatile Runnable subscriptions = () -> {};

  /** Whether the listener thinks that NATS is there. Used in turns only. */
  private boolean isUp = true;

  /** Whether the listener may be called no more. Used in turns only. */
  private boolean isClosed;

  // tag::subjects[]
  private final Connection connection;
  private final ClusterMessageCodec codec;
  private final String uid;
  private final String subject;

  NatsBus(Connection connection, ClusterMessageCodec codec, String namespace, String uid) {
    this.connection = connection;
    this.codec = codec;
    this.uid = uid;
    // A namespace may have dots, stars and spaces in its name, a part of a subject may not.
    byte[] name = namespace.getBytes(UTF_8);
    this.subject = "socket.io." + Base64.getUrlEncoder().withoutPadding().encodeToString(name);
  }

  private String toAll() {
    return subject + ".all";
  }

  private String toOne(String node) {
    return subject + "." + node;
  }

  // end::subjects[]

  // tag::publish[]
  @Override
  public void publish(Envelope envelope, PublishCallback callback) {
    publish(toAll(), encode(envelope), callback);
  }

  /** Not two at a time, so that messages leave in the order of their numbers. */
  private synchronized void publish(String to, byte[] message, PublishCallback callback) {
    long number = receipts.await(callback);
    try {
      Headers headers = new Headers().put(FROM, uid).put(NUMBER, Long.toString(number));
      connection.publish(to, headers, message);
    } catch (IllegalStateException e) { // there is no connection
      ForkJoinPool.commonPool().execute(() -> receipts.fail(number, e));
    }
  }

  private byte[] encode(Envelope envelope) {
    byte[] message = codec.encode(envelope);
    if (message.length + ROOM_FOR_HEADERS > connection.getMaxPayload()) {
      throw new IllegalArgumentException(
          "a message of %d bytes is too large for a NATS server with max_payload: %d"
              .formatted(message.length, connection.getMaxPayload()));
    }
    return message;
  }

  // end::publish[]

  // tag::send[]
  @Override
  public CompletionStage<Void> send(String node, Envelope envelope) {
    byte[] message = encode(envelope);
    try {
      connection.publish(toOne(node), new Headers().put(FROM, uid), message);
      return CompletableFuture.completedFuture(null);
    } catch (IllegalStateException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public boolean countsServers() {
    return false; // so the nodes find each other by heartbeats
  }

  // end::send[]

  // tag::start[]
  @Override
  public CompletionStage<Void> start(BusListener listener) {
    Dispatcher dispatcher =
        connection.createDispatcher(message -> inTurn(() -> receive(message, listener)));
    ConnectionListener news = (source, event) -> inTurn(() -> hear(event, listener));
    subscriptions =
        () -> {
          connection.removeConnectionListener(news);
          connection.closeDispatcher(dispatcher);
        };
    connection.addConnectionListener(news);
    dispatcher.subscribe(toAll()).subscribe(toOne(uid));
    greetMyself(listener);
    return started;
  }

  /** NATS does one thing after the other: when the greeting is back, the subscriptions stand. */
  private void greetMyself(BusListener listener) {
    publish(
        toOne(uid),
        new byte[0],
        new PublishCallback() {
          @Override
          public void onPublished(Optional<String> offset) {
            started.complete(null);
            if (!isUp) {
              isUp = true;
              listener.onRestored();
            }
          }

          @Override
          public void onFailure(Throwable why) {
            // the next greeting is sent when there is a connection again
          }
        });
  }

  private void inTurn(Runnable call) {
    turns.take(
        () -> {
          if (!isClosed) {
            call.run();
          }
        });
  }

  // end::start[]

  // tag::receive[]
  private void receive(Message message, BusListener listener) {
    Envelope envelope;
    try {
      Headers headers = message.getHeaders();
      if (headers != null && uid.equals(headers.getFirst(FROM))) {
        receipts.onReturn(Long.parseLong(headers.getFirst(NUMBER)));
        return;
      }
      envelope = codec.decode(message.getData());
    } catch (RuntimeException e) {
      listener.onGarbage(e);
      return;
    }
    listener.onMessage(envelope, Optional.empty());
  }

  // end::receive[]

  // tag::news[]
  private void hear(Events event, BusListener listener) {
    switch (event) {
      case DISCONNECTED, CLOSED -> {
        IOException why = new IOException("the connection to NATS is " + event.getEvent());
        receipts.fail(Long.MAX_VALUE, why);
        if (isUp) {
          isUp = false;
          listener.onLost(why);
        }
      }
      case CONNECTED, RESUBSCRIBED -> greetMyself(listener);
      default -> {}
    }
  }

  // end::news[]

  // tag::close[]
  @Override
  public CompletionStage<Void> close() {
    inTurn(
        () -> {
          isClosed = true;
          try {
            subscriptions.run();
          } catch (IllegalStateException e) {
            // the connection was closed before, and the subscriptions with it
          }
          ended.completeAsync(() -> null); // this thread may be the dispatcher's, which is ending
        });
    return ended;
  }
  // end::close[]
}
