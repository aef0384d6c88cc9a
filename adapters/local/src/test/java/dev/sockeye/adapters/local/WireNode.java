// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import dev.sockeye.engineio.spi.Scheduler.Cancellable;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.ClusterAdapter;
import dev.sockeye.socketio.adapter.ClusterObserver;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.socketio.adapter.ClusterTimer;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.testkit.ManualScheduler;
import dev.sockeye.testkit.RecordingNamespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A node with the socket ann, whose wire and time are the test's. */
final class WireNode implements ClusterObserver, ClusterTimer {
  final ManualScheduler time = new ManualScheduler();
  final ClusterAdapter adapter;

  /** What its observer was told. */
  final List<String> told = new ArrayList<>();

  private final RecordingNamespace namespace;

  /** Set when the adapter has made it. */
  private WireBus bus;

  private WireNode(RecoveryOptions recovery) {
    namespace = new RecordingNamespace("/", recovery);
    ClusterOptions options = ClusterOptions.defaults().observer(this).timer(this);
    adapter =
        new ClusterAdapter(
            namespace,
            (name, uid) -> {
              bus = new WireBus(uid, recovery != null);
              return bus;
            },
            options);
    adapter.init().toCompletableFuture().join();
    adapter.addAll(namespace.socket("ann"), List.of("ann"));
  }

  /** A node that has greeted the others. */
  static WireNode started() {
    return new WireNode(null);
  }

  /** A node to which clients may come back. */
  static WireNode remembering() {
    return new WireNode(RecoveryOptions.defaults());
  }

  WireBus bus() {
    return bus;
  }

  /** What has reached sockets since the last call. */
  List<String> happened() {
    List<String> lines = new ArrayList<>();
    for (String line = next(); line != null; line = next()) {
      lines.add(line);
    }
    return lines;
  }

  private String next() {
    return namespace.nextWithin(Duration.ZERO);
  }

  void emit(String event) {
    emit(event, BroadcastOptions.ALL);
  }

  void emit(String event, BroadcastOptions to) {
    adapter.broadcast(Packet.event("/", Packet.NO_ID, List.of(event)), to);
  }

  int servers() {
    return adapter.serverCount().toCompletableFuture().join();
  }

  @Override
  public Runnable schedule(Runnable task, Duration delay) {
    Cancellable timer = time.schedule(task, delay.toNanos());
    return timer::cancel;
  }

  @Override
  public long nanoTime() {
    return time.nanoTime();
  }

  @Override
  public void onLost(String in, Throwable why) {
    told.add("lost");
  }

  @Override
  public void onRestored(String in) {
    told.add("restored");
  }

  @Override
  public void onPublishFailure(String in, Throwable why) {
    told.add("unsent");
  }

  @Override
  public void onTimeout(String in, int expected, int received) {
    told.add("answers " + received + "/" + expected);
  }

  @Override
  public void onServerJoined(String in, String uid) {
    told.add(uid + " joined");
  }

  @Override
  public void onServerLeft(String in, String uid) {
    told.add(uid + " left");
  }
}
