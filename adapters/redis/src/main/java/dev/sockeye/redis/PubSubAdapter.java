// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.ClusterAdapter;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.socketio.adapter.spi.BusFactory;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import java.time.Duration;
import java.util.Objects;

/**
 * The classic adapter, made by {@link RedisAdapter#pubSub}. Each option returns a new one; each is
 * for one server.
 *
 * <p>At most once: what is sent while the connection to Redis is lost waits, up to {@link
 * #maxQueuedBytes}; what others send meanwhile is not heard. One sender's messages keep their
 * order.
 *
 * <p>Implements "Redis adapter" of the Socket.IO documentation.
 */
public final class PubSubAdapter implements AdapterFactory {
  private final Redis redis;
  private final LinkOptions link;
  private final ClusterOptions cluster;
  private final String key;
  private final boolean answersPrivately;
  private final RedisLink connections;

  PubSubAdapter(Redis redis) {
    this(redis, LinkOptions.DEFAULTS, ClusterOptions.defaults(), "socket.io", false);
  }

  private PubSubAdapter(
      Redis redis, LinkOptions link, ClusterOptions cluster, String key, boolean answersPrivately) {
    this.redis = Objects.requireNonNull(redis, "client");
    this.link = link;
    this.cluster = Objects.requireNonNull(cluster, "options");
    this.key = Objects.requireNonNull(key, "key");
    this.answersPrivately = answersPrivately;
    this.connections = new RedisLink(redis, link);
  }

  /** What the names of all channels begin with; the same on all nodes. Default socket.io. */
  public PubSubAdapter key(String key) {
    return new PubSubAdapter(redis, link, cluster, key, answersPrivately);
  }

  /** How long other nodes may take to answer. Default 5 seconds. */
  public PubSubAdapter requestsTimeout(Duration timeout) {
    return cluster(cluster.requestTimeout(timeout));
  }

  /**
   * Whether answers go to the node that has asked alone, and not to all of them, which costs each
   * node the work of all. Nodes of Node.js hear both since version 7.1. Default no.
   */
  public PubSubAdapter publishOnSpecificResponseChannel(boolean privately) {
    return new PubSubAdapter(redis, link, cluster, key, privately);
  }

  /** How nodes wait for each other. */
  public PubSubAdapter cluster(ClusterOptions options) {
    return new PubSubAdapter(redis, link, options, key, answersPrivately);
  }

  /** How long Redis may take to answer before its connection is replaced. Default 5 seconds. */
  public PubSubAdapter commandTimeout(Duration timeout) {
    return link(link.commandTimeout(timeout));
  }

  /** How often connections and subscriptions are checked. Default 5 seconds. */
  public PubSubAdapter checkInterval(Duration interval) {
    return link(link.checkInterval(interval));
  }

  /** How long after a failure to connect it is tried again. Default 1 second. */
  public PubSubAdapter retryDelay(Duration delay) {
    return link(link.retryDelay(delay));
  }

  /**
   * How many bytes may wait for Redis; what is more other nodes don't get. Default 16 MiB for all
   * namespaces together.
   */
  public PubSubAdapter maxQueuedBytes(long bytes) {
    return link(link.maxQueuedBytes(bytes));
  }

  private PubSubAdapter link(LinkOptions options) {
    return new PubSubAdapter(redis, options, cluster, key, answersPrivately);
  }

  @Override
  public Adapter create(LocalNamespace namespace) {
    return new ClusterAdapter(namespace, buses(), cluster);
  }

  /** What carries the messages of each namespace. */
  BusFactory buses() {
    ClusterMessageCodec codec = ClusterMessageCodec.of(cluster.json());
    return (name, uid) -> new ClassicBus(connections, codec, key, answersPrivately, name, uid);
  }
}
