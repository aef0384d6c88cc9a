// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.AdapterContract.done;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The nodes of one cluster, which know each other. */
final class ClusterNodes implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final List<Node> nodes = new ArrayList<>();

  static ClusterNodes start(ClusterContract contract, int count) throws Exception {
    ClusterNodes cluster = new ClusterNodes();
    for (int i = 0; i < count; i++) {
      cluster.nodes.add(new Node(contract.node()));
    }
    cluster.awaitCount(count);
    return cluster;
  }

  Node get(int index) {
    return nodes.get(index);
  }

  /** A node takes leave. */
  void leave(int index) throws Exception {
    done(nodes.remove(index).adapter.close());
  }

  /** Waits until all nodes know how many they are: each asks until it is told. */
  void awaitCount(int count) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (Node node : nodes) {
      while (done(node.adapter.serverCount()) != count) {
        if (System.nanoTime() - end > 0) {
          throw new AssertionError(
              "expected %d nodes, not %d".formatted(count, done(node.adapter.serverCount())));
        }
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void close() {
    for (Node node : nodes) {
      node.adapter
          .close()
          .toCompletableFuture()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
    }
  }

  /** A node, whose namespace writes down what the adapter does with it. */
  static final class Node {
    final Adapter adapter;
    private final RecordingNamespace namespace = new RecordingNamespace("/");

    Node(AdapterFactory factory) throws Exception {
      adapter = factory.create(namespace);
      done(adapter.init());
    }

    void join(String id, String... rooms) throws Exception {
      done(adapter.addAll(namespace.socket(id), List.of(rooms)));
    }

    void emit(String name, BroadcastOptions to) {
      adapter.broadcast(Packet.event("/", Packet.NO_ID, List.of(name)), to);
    }

    /** What happened next. */
    String next() {
      return namespace.next();
    }

    List<String> next(int count) {
      return namespace.next(count);
    }
  }
}
