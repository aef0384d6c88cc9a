// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.Rooms;
import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.BusListener;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A node that is nothing but its bus: it sends what a test says, and keeps what comes. */
final class BusNode implements BusListener, AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  final Bus bus;
  private final String uid;
  private final String namespace;
  private final Rooms rooms = new Rooms();
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

  /** A message of another node. */
  private record Received(Envelope envelope, Optional<String> offset) {}

  private BusNode(Bus bus, String uid, String namespace) {
    this.bus = bus;
    this.uid = uid;
    this.namespace = namespace;
  }

  static BusNode start(BusContract contract, String namespace) throws Exception {
    String uid = String.format("%016x", ThreadLocalRandom.current().nextLong());
    BusNode node = new BusNode(contract.node().create(namespace, uid), uid, namespace);
    done(node.bus.start(node));
    return node;
  }

  String uid() {
    return uid;
  }

  /** Sends an event. */
  void emit(Object... nameAndArguments) {
    publish(nameAndArguments);
  }

  /** Sends an event; tells how that went. */
  CompletionStage<Optional<String>> publish(Object... nameAndArguments) {
    CompletableFuture<Optional<String>> published = new CompletableFuture<>();
    bus.publish(
        new Envelope(uid, namespace, BusContract.event(namespace, nameAndArguments)),
        new PublishCallback() {
          @Override
          public void onPublished(Optional<String> offset) {
            published.complete(offset);
          }

          @Override
          public void onFailure(Throwable why) {
            published.completeExceptionally(why);
          }
        });
    return published;
  }

  /** Sends an event to a backend with a history; the offset. */
  String published(String name) throws Exception {
    return done(publish(name)).orElseThrow();
  }

  void answer(String to, ClusterMessage message) throws Exception {
    done(bus.send(to, new Envelope(uid, namespace, message)));
  }

  /** The number of nodes; 0 where the backend doesn't count. */
  int serverCount() throws Exception {
    return bus.countsServers() ? done(bus.serverCount()) : 0;
  }

  private Received take() throws InterruptedException {
    Received next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no message came in " + PATIENCE_SECONDS + " s");
    }
    return next;
  }

  Envelope next() throws InterruptedException {
    return take().envelope();
  }

  String nextOffset() throws InterruptedException {
    return take().offset().orElseThrow();
  }

  /** The first argument of the next event. */
  @Nullable Object nextArgument() throws InterruptedException {
    return element(((ClusterMessage.Broadcast) next().message()).packet(), 1);
  }

  String nextEvent() throws InterruptedException {
    return nameOf(next());
  }

  List<String> nextEvents(int count) throws InterruptedException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(nextEvent());
    }
    return names;
  }

  static String nameOf(Envelope envelope) {
    Packet packet = ((ClusterMessage.Broadcast) envelope.message()).packet();
    return String.valueOf(element(packet, 0));
  }

  /** The name of an event, or one of its arguments. */
  static @Nullable Object element(Packet packet, int index) {
    return packet.data() instanceof List<?> list ? list.get(index) : null;
  }

  static <T> T done(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void onMessage(Envelope envelope, Optional<String> offset) {
    // A bus may hand over what the node has sent itself; the adapter would drop it, too.
    if (!envelope.uid().equals(uid) && envelope.namespace().equals(namespace)) {
      received.add(new Received(envelope, offset));
    }
  }

  @Override
  public boolean isAwaited(String requestId) {
    return true;
  }

  @Override
  public void onGarbage(RuntimeException why) {}

  @Override
  public void onLost(Throwable why) {}

  @Override
  public void onRestored() {}

  @Override
  public Rooms rooms() {
    return rooms;
  }

  @Override
  public void close() {
    bus.close().toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
