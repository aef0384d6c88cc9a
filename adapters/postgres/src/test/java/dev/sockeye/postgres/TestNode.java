// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.adapter.Rooms;
import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.BusListener;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A node without a server: a started bus, and what it has brought. */
final class TestNode implements BusListener, AutoCloseable {
  private static final AtomicInteger NODES = new AtomicInteger();
  private static final int PATIENCE_SECONDS = 30;

  final String uid = "%016x".formatted(NODES.incrementAndGet());
  final Bus bus;
  final String namespace;
  private final CompletionStage<Void> started;
  private final Rooms rooms = new Rooms();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  private TestNode(Database database, PostgresOptions options, String namespace) {
    this(
        new PostgresBuses(database.dataSource(), options, ClusterMessageCodec.create()), namespace);
  }

  private TestNode(PostgresBuses buses, String namespace) {
    this.namespace = namespace;
    this.bus = buses.create(namespace, uid);
    this.started = bus.start(this);
  }

  static TestNode start(Database database) {
    return start(database, PostgresOptions.builder(), "/");
  }

  static TestNode start(Database database, PostgresOptions.Builder options, String namespace) {
    return started(new TestNode(database, options.build(), namespace));
  }

  static TestNode start(PostgresBuses buses, String namespace) {
    return started(new TestNode(buses, namespace));
  }

  private static TestNode started(TestNode node) {
    node.awaitStart();
    return node;
  }

  /** One that begins to start. */
  static TestNode starting(PostgresBuses buses, String namespace) {
    return new TestNode(buses, namespace);
  }

  void awaitStart() {
    started.toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  Envelope event(Object... nameAndArguments) {
    return new Envelope(
        uid, namespace, new ClusterMessage.ServerSideEmit(List.of(nameAndArguments), null));
  }

  CompletionStage<Void> publish(Envelope envelope) {
    Published published = new Published();
    bus.publish(envelope, published);
    return published.stage();
  }

  /** Publishes an event, and waits until the database has it. */
  void emit(Object... nameAndArguments) {
    publish(event(nameAndArguments))
        .toCompletableFuture()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** What comes next, but for what it has sent itself. */
  String next() throws InterruptedException {
    String event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("nothing came");
    }
    return event;
  }

  /** What has come and was not asked for yet. */
  List<String> rest() {
    return List.copyOf(events);
  }

  @Override
  public void onMessage(Envelope envelope, Optional<String> offset) {
    if (!envelope.uid().equals(uid)) {
      events.add(describe(envelope));
    }
  }

  private static String describe(Envelope envelope) {
    return envelope.message() instanceof ClusterMessage.ServerSideEmit emit
        ? envelope.namespace() + " " + text(emit.nameAndArguments())
        : envelope.namespace() + " " + envelope.message().getClass().getSimpleName();
  }

  private static String text(List<?> nameAndArguments) {
    StringBuilder text = new StringBuilder();
    for (Object part : nameAndArguments) {
      text.append(text.isEmpty() ? "" : " ").append(part);
      if (part instanceof Json json) {
        json.attachments().forEach(bytes -> text.append(" +").append(bytes.remaining()));
      }
    }
    return text.toString();
  }

  @Override
  public boolean isAwaited(String requestId) {
    return true;
  }

  @Override
  public void onGarbage(RuntimeException why) {
    events.add("garbage: " + why.getMessage());
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

  @Override
  public void close() {
    bus.close().toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
