// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** What any broker can do: topics, to which one subscribes and publishes bytes. */
final class Broker implements AutoCloseable {
  private final Map<String, CopyOnWriteArrayList<Consumer<byte[]>>> topics =
      new ConcurrentHashMap<>();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  /** Subscribes; what is given back ends it. */
  Runnable subscribe(String topic, Consumer<byte[]> subscriber) {
    topics.computeIfAbsent(topic, name -> new CopyOnWriteArrayList<>()).add(subscriber);
    return () -> topics.get(topic).remove(subscriber);
  }

  /** Delivers on the broker's own thread, in the order of the calls. */
  void publish(String topic, byte[] message, Runnable done) {
    thread.execute(
        () -> {
          topics
              .getOrDefault(topic, new CopyOnWriteArrayList<>())
              .forEach(subscriber -> subscriber.accept(message));
          done.run();
        });
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
