// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.ClusterAdapter;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.socketio.adapter.spi.BusFactory;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * Several servers in one JVM as one cluster: for tests and examples of what an application does on
 * many nodes, without a broker. Messages travel as bytes, in the form that a real cluster has.
 *
 * <pre>{@code
 * LocalCluster cluster = LocalCluster.create();
 * SocketIoServer one = SocketIoServer.builder().adapter(cluster.adapter()).build();
 * SocketIoServer two = SocketIoServer.builder().adapter(cluster.adapter()).build();
 * }</pre>
 *
 * <p>Everything is delivered in one order, the same on all nodes, one message of a namespace at a
 * time. Clients that lose their connection may come back to any node. Safe for use from any thread.
 */
public final class LocalCluster {
  private static final int DEFAULT_MAX_MESSAGES = 10_000;
  private static final int DEFAULT_MAX_SESSIONS = 10_000;

  private final ConcurrentHashMap<String, LocalChannel> channels = new ConcurrentHashMap<>();
  private final boolean counts;
  private final int maxMessages;
  private final Executor executor;
  private final LocalSessions sessions;

  private LocalCluster(boolean counts, int maxMessages, Executor executor) {
    this.counts = counts;
    this.maxMessages = maxMessages;
    this.executor = executor;
    this.sessions = new LocalSessions(DEFAULT_MAX_SESSIONS);
  }

  /** A cluster without nodes; the last 10,000 messages of each namespace are kept. */
  public static LocalCluster create() {
    return new LocalCluster(true, DEFAULT_MAX_MESSAGES, ForkJoinPool.commonPool());
  }

  /** The same, without nodes, whose nodes find each other by heartbeats, as over PostgreSQL. */
  public LocalCluster withHeartbeats() {
    return new LocalCluster(false, maxMessages, executor);
  }

  /**
   * The same, without nodes, keeping another number of messages for each namespace.
   *
   * @param messages 0 for a cluster without a history, which can't restore clients
   */
  public LocalCluster keeping(int messages) {
    if (messages < 0) {
      throw new IllegalArgumentException("the number of messages is negative: " + messages);
    }
    return new LocalCluster(counts, messages, executor);
  }

  /** The same, without nodes, delivering on another executor than the JDK's common pool. */
  public LocalCluster on(Executor deliverer) {
    return new LocalCluster(counts, maxMessages, deliverer);
  }

  /** The adapters of one more server. */
  public AdapterFactory adapter() {
    return adapter(ClusterOptions.defaults());
  }

  /** The adapters of one more server, with options. */
  public AdapterFactory adapter(ClusterOptions options) {
    return namespace -> new ClusterAdapter(namespace, bus(options), options);
  }

  /** The buses of one more server. */
  public BusFactory bus(ClusterOptions options) {
    ClusterMessageCodec codec = ClusterMessageCodec.of(options.json());
    return (namespace, uid) ->
        new LocalBus(channel(namespace), sessions, counts, uid, codec, options.timer());
  }

  private LocalChannel channel(String namespace) {
    return channels.computeIfAbsent(namespace, name -> new LocalChannel(maxMessages, executor));
  }

  /** Cuts a node off, if it is there: what it sends fails, and what others send doesn't arrive. */
  public void cut(String uid) {
    channels.values().forEach(channel -> channel.cut(uid));
  }

  /** Connects a node again; it catches up on what is kept. */
  public void heal(String uid) {
    channels.values().forEach(channel -> channel.heal(uid));
  }
}
