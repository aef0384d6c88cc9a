// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.AdapterContract.done;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.AnswerListener;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.spi.EncodedPacket;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

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
  static final class Node implements LocalNamespace {
    final Adapter adapter;
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    Node(AdapterFactory factory) throws Exception {
      adapter = factory.create(this);
      done(adapter.init());
    }

    void join(String id, String... rooms) throws Exception {
      LocalSocket socket = new AdapterContract.FakeSocket(id, writing(log));
      done(adapter.addAll(socket, List.of(rooms)));
    }

    /** A socket writes into a list. */
    private static List<String> writing(BlockingQueue<String> queue) {
      return new AbstractList<>() {
        @Override
        public boolean add(String line) {
          return queue.add(line);
        }

        @Override
        public String get(int index) {
          throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int size() {
          return 0;
        }
      };
    }

    void emit(String name, BroadcastOptions to) {
      adapter.broadcast(Packet.event("/", Packet.NO_ID, List.of(name)), to);
    }

    /** What happened next. */
    String next() throws InterruptedException {
      String line = log.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("nothing happened in " + PATIENCE_SECONDS + " s");
      }
      return line;
    }

    List<String> next(int count) throws InterruptedException {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        lines.add(next());
      }
      return lines;
    }

    @Override
    public String name() {
      return "/";
    }

    @Override
    public EncodedPacket deliver(
        Packet packet, BroadcastFlags flags, Collection<LocalSocket> targets) {
      Object name = BusNode.element(packet, 0);
      targets.forEach(target -> log.add(name + " to " + target.id()));
      return new EncodedPacket(UTF_8.encode(String.valueOf(name)), false, List.of());
    }

    @Override
    public EncodedPacket deliver(Packet packet, BroadcastFlags flags, LocalSocket target) {
      return deliver(packet, flags, List.of(target));
    }

    @Override
    public Optional<RecoveryOptions> recovery() {
      return Optional.empty();
    }

    @Override
    public CompletionStage<Integer> deliverWithAck(
        Packet packet,
        BroadcastFlags flags,
        Collection<LocalSocket> targets,
        IntConsumer clientCount,
        AnswerListener answers) {
      clientCount.accept(targets.size());
      targets.forEach(target -> answers.onAnswer(target.id(), Args.empty()));
      return CompletableFuture.completedFuture(0);
    }

    @Override
    public void onServerSideEmit(
        List<? extends @Nullable Object> nameAndArguments,
        @Nullable Consumer<@Nullable Object> answer) {
      if (answer == null) {
        log.add("from another node: " + nameAndArguments);
      } else {
        answer.accept(nameAndArguments.size() + " arguments");
      }
    }
  }
}
