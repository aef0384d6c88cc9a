// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.spi.SessionBus;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Carries the messages of nodes in one JVM. Safe for use from any thread. */
public final class MemorySessionBus implements SessionBus {
  private final Network network;

  /** Null before the start and after the end. Written before a message can come. */
  private volatile @Nullable Listener listener;

  /** Empty before the start. */
  private volatile String nodeId = "";

  private MemorySessionBus(Network network) {
    this.network = network;
  }

  /** What the buses of one cluster share. */
  public static final class Network {
    private final Executor executor;
    private final List<MemorySessionBus> buses = new CopyOnWriteArrayList<>();
    private final List<byte[]> history = new CopyOnWriteArrayList<>();
    private volatile boolean isDown;

    /** What the start of a bus waits for. */
    private volatile CompletableFuture<Void> ready = CompletableFuture.completedFuture(null);

    /**
     * A network without nodes.
     *
     * @param executor delivers the messages, one after the other
     */
    public Network(Executor executor) {
      this.executor = executor;
    }

    /** The bus of one more node. */
    public MemorySessionBus bus() {
      return new MemorySessionBus(this);
    }

    /** Everything that was sent, to whomever. */
    public List<byte[]> history() {
      return history;
    }

    /** Sends a message to all nodes, as somebody who is none of them. */
    public void inject(byte[] message) {
      deliver(null, message);
    }

    /** Lets the buses that start from now on wait until the future is complete. */
    public void startAfter(CompletableFuture<Void> future) {
      ready = future;
    }

    /** Takes messages or, from now on, refuses them all. */
    public void down(boolean down) {
      isDown = down;
    }

    /** Tells all nodes that they may have missed something. */
    public void lose() {
      IllegalStateException why = new IllegalStateException("messages were lost");
      buses.forEach(bus -> executor.execute(() -> bus.tellLost(why)));
    }

    private CompletionStage<Void> deliver(@Nullable String nodeId, byte[] message) {
      if (isDown) {
        return CompletableFuture.failedFuture(new IllegalStateException("the network is down"));
      }
      history.add(message);
      for (MemorySessionBus bus : buses) {
        if (nodeId == null || nodeId.equals(bus.nodeId)) {
          executor.execute(() -> bus.hear(message));
        }
      }
      return CompletableFuture.completedFuture(null);
    }
  }

  /** The name of its node; empty before the start. */
  public String nodeId() {
    return nodeId;
  }

  /** Neither hears nor sends anything any more, as if its node had died. */
  public void die() {
    listener = null;
    network.buses.remove(this);
  }

  @Override
  public CompletionStage<Void> start(String nodeId, Listener listener) {
    this.nodeId = nodeId;
    this.listener = listener;
    network.buses.add(this);
    return network.ready.copy();
  }

  @Override
  public CompletionStage<Void> publish(byte[] message) {
    return sendTo(null, message);
  }

  @Override
  public CompletionStage<Void> send(String nodeId, byte[] message) {
    return sendTo(nodeId, message);
  }

  private CompletionStage<Void> sendTo(@Nullable String nodeId, byte[] message) {
    return listener == null
        ? CompletableFuture.completedFuture(null)
        : network.deliver(nodeId, message);
  }

  @Override
  public CompletionStage<Void> close() {
    die();
    return CompletableFuture.completedFuture(null);
  }

  private void hear(byte[] message) {
    Listener to = listener;
    if (to != null) {
      to.onMessage(message);
    }
  }

  private void tellLost(Throwable why) {
    Listener to = listener;
    if (to != null) {
      to.onLost(why);
    }
  }
}
