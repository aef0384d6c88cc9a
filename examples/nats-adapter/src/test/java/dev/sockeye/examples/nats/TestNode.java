// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.nats;

import dev.sockeye.socketio.adapter.Rooms;
import dev.sockeye.socketio.adapter.spi.BusListener;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.ServerSideEmit;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.PublishCallback;
import io.nats.client.Connection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A node that is nothing but its bus, and keeps what that tells. */
final class TestNode implements BusListener {
  private static final int PATIENCE_SECONDS = 30;

  final String uid;
  final NatsBus bus;
  final CompletableFuture<Void> started;
  private final String namespace;
  private final Rooms rooms = new Rooms();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  /** Begins to start. */
  TestNode(Connection connection, String namespace, String uid) {
    this.namespace = namespace;
    this.uid = uid;
    this.bus = new NatsBus(connection, ClusterMessageCodec.create(), namespace, uid);
    this.started = bus.start(this).toCompletableFuture();
  }

  static TestNode started(Connection connection, String namespace, String uid) {
    TestNode node = new TestNode(connection, namespace, uid);
    done(node.started);
    return node;
  }

  static <T> T done(CompletableFuture<T> future) {
    return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Sends an event to the others; complete with what became of it. */
  CompletableFuture<String> emit(String event) {
    CompletableFuture<String> fate = new CompletableFuture<>();
    bus.publish(
        new Envelope(uid, namespace, new ServerSideEmit(List.of(event), null)),
        new PublishCallback() {
          @Override
          public void onPublished(Optional<String> offset) {
            fate.complete("published");
          }

          @Override
          public void onFailure(Throwable why) {
            fate.complete("failed");
          }
        });
    return fate;
  }

  /** What comes next. */
  String next() throws InterruptedException {
    String event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("nothing came to " + uid);
    }
    return event;
  }

  @Override
  public boolean isAwaited(String requestId) {
    return true;
  }

  @Override
  public void onMessage(Envelope envelope, Optional<String> offset) {
    events.add(String.valueOf(((ServerSideEmit) envelope.message()).nameAndArguments().get(0)));
  }

  @Override
  public void onGarbage(RuntimeException why) {
    events.add("garbage");
  }

  @Override
  public void onLost(Throwable why) {
    events.add("lost");
  }

  @Override
  public void onRestored() {
    events.add("restored");
  }

  @Override
  public Rooms rooms() {
    return rooms;
  }
}
