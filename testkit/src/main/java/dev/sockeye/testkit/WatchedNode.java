// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.ClusterObserver;
import dev.sockeye.socketio.adapter.ClusterOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A node of a cluster with one client, whose events stand in a {@link History}: what it emits, and
 * what reaches its client. It hears of the losses that the adapter tells its observer of.
 *
 * <p>For one thread.
 */
public final class WatchedNode implements ClusterObserver, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RecordingNamespace namespace = new RecordingNamespace("/");
  private final Semaphore lost = new Semaphore(0);
  private final Semaphore restored = new Semaphore(0);
  private final String name;
  private final History history;
  private final Adapter adapter;

  /**
   * Starts a node.
   *
   * @param name in the history, of the node as a sender and of its client as a receiver
   * @param options what the adapter is to have, but for the observer
   * @param factory makes the adapter with the options
   */
  public WatchedNode(
      String name,
      History history,
      ClusterOptions options,
      Function<ClusterOptions, AdapterFactory> factory) {
    this.name = name;
    this.history = history;
    this.adapter = factory.apply(options.observer(this)).create(namespace);
    adapter.init().toCompletableFuture().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    adapter.addAll(namespace.socket(name), List.of(name));
  }

  @Override
  public void onLost(String in, Throwable why) {
    lost.release();
  }

  @Override
  public void onRestored(String in) {
    restored.release();
  }

  /** Emits events to all. */
  public void emit(int count) {
    for (int i = 0; i < count; i++) {
      String id = history.emitted(name);
      adapter.broadcast(Packet.event("/", Packet.NO_ID, List.of(id)), BroadcastOptions.ALL);
    }
  }

  /** Waits until the adapter has said that the connection is lost. */
  public void awaitLost() {
    await(lost, "lost");
  }

  /** Waits until the adapter has said that the connection is back. */
  public void awaitRestored() {
    await(restored, "restored");
  }

  private void await(Semaphore told, String what) {
    try {
      if (!told.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the observer of " + name + " never hears: " + what);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** Waits until its client has got the last event of a node, this one or another. */
  public void awaitLastOf(WatchedNode node) {
    if (!gets(node, PATIENCE)) {
      throw new AssertionError(name + " never gets " + history.last(node.name));
    }
  }

  /**
   * Waits until its client has got the last event of a node, which emits one more each second that
   * it doesn't come: for those that may be lost.
   */
  public void awaitHearing(WatchedNode node) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!gets(node, Duration.ofSeconds(1))) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError(name + " hears nothing of " + node.name);
      }
      node.emit(1);
    }
  }

  /** Whether the last event of a node comes, or is there, before nothing comes for a time. */
  private boolean gets(WatchedNode node, Duration silence) {
    while (!history.hasReceived(name, history.last(node.name))) {
      String line = namespace.nextWithin(silence);
      if (line == null) {
        return false;
      }
      history.received(name, line.substring(1, line.indexOf(']')));
    }
    return true;
  }

  @Override
  public void close() {
    adapter.close().toCompletableFuture().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }
}
