// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.ClusterEngine;
import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.Message;
import dev.sockeye.engineio.server.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Nodes that serve each other's sessions, all on one thread. */
final class TestCluster {
  final ManualScheduler scheduler = new ManualScheduler();
  final MemorySessionBus.Network network = new MemorySessionBus.Network(scheduler::execute);
  private final List<Node> nodes = new ArrayList<>();

  private TestCluster(int size, Consumer<EngineOptions.Builder> settings) {
    for (int i = 0; i < size; i++) {
      nodes.add(new Node(settings));
    }
  }

  static TestCluster of(int size) {
    return of(size, options -> {});
  }

  static TestCluster of(int size, Consumer<EngineOptions.Builder> settings) {
    return new TestCluster(size, settings);
  }

  /** One more node. */
  Node add(Consumer<EngineOptions.Builder> settings) {
    Node node = new Node(settings);
    nodes.add(node);
    return node;
  }

  Node node(int number) {
    return nodes.get(number);
  }

  /** Opens a session at the first node, of which the application knows. */
  RawPeer openAndConnect() {
    RawPeer peer = node(0).peer().open();
    advance(Duration.ofMillis(300));
    return peer;
  }

  void advance(Duration time) {
    node(0).host.advance(time);
  }

  void runPending() {
    node(0).host.runPending();
  }

  /** The number of timers that wait at all nodes together. */
  int pendingTimers() {
    return scheduler.pendingTimers();
  }

  final class Node {
    final MemorySessionBus bus = network.bus();
    final SessionRecorder recorder = new SessionRecorder();
    final EngineServer engine;
    final LocalHost host;

    Node(Consumer<EngineOptions.Builder> settings) {
      EngineOptions.Builder options = EngineOptions.builder();
      options.clusterEngine(ClusterEngine.over(bus));
      settings.accept(options);
      engine = EngineServer.create(options.build());
      engine.onConnection(recorder);
      host = LocalHost.of(engine, scheduler);
    }

    RawPeer peer() {
      return host.peer();
    }

    /** A client whose session may be at another node. */
    RawPeer peer(RawPeer sameSession) {
      return peer().sid(sameSession.sid());
    }

    void onMessage(BiConsumer<Session, RawData> reaction) {
      recorder.onMessage(reaction);
    }

    void send(String... texts) {
      for (String text : texts) {
        recorder.session().send(Message.of(RawData.text(text)));
      }
      runPending();
    }
  }
}
