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
import java.util.function.Consumer;

/**
 * The streams adapter, made by {@link RedisAdapter#streams}. Each option returns a new one; each is
 * for one server.
 *
 * <p>All nodes see one order, and read what came while their connection was lost, as long as the
 * stream has it. What a server itself sends then goes to its own clients alone: an entry has its
 * place in the stream only when Redis has it. What wants answers goes by Pub/Sub, at most once.
 *
 * <p>Implements "Redis Streams adapter" of the Socket.IO documentation, and "Connection state
 * recovery" with it.
 */
public final class StreamsAdapter implements AdapterFactory {
  private final Redis redis;
  private final LinkOptions link;
  private final ClusterOptions cluster;
  private final StreamsSettings settings;
  private final RedisLink connections;
  private final StreamReaders readers;

  StreamsAdapter(Redis redis) {
    this(redis, LinkOptions.DEFAULTS, ClusterOptions.defaults(), StreamsSettings.DEFAULTS);
  }

  private StreamsAdapter(
      Redis redis, LinkOptions link, ClusterOptions cluster, StreamsSettings settings) {
    this.redis = Objects.requireNonNull(redis, "client");
    this.link = link;
    this.cluster = Objects.requireNonNull(cluster, "options");
    this.settings = settings;
    this.connections = new RedisLink(redis, link);
    this.readers = new StreamReaders(connections, settings);
  }

  /** The name of the stream; the same on all nodes. Default socket.io. */
  public StreamsAdapter streamName(String name) {
    return with(draft -> draft.streamName = name);
  }

  /**
   * Among how many streams the namespaces are shared out; the same on all nodes. With several,
   * namespaces whose name has a negative hash are not heard among nodes of Node.js: see the
   * documentation. Default 1.
   */
  public StreamsAdapter streamCount(int count) {
    return with(draft -> draft.streamCount = count);
  }

  /** What the names of channels begin with; the same on all nodes. Default socket.io. */
  public StreamsAdapter channelPrefix(String prefix) {
    return with(draft -> draft.channelPrefix = prefix);
  }

  /** Whether channels are sharded (Redis 7); the same on all nodes. Default no. */
  public StreamsAdapter useShardedPubSub(boolean sharded) {
    return with(draft -> draft.useShardedPubSub = sharded);
  }

  /** About how many entries a stream keeps. Default 10,000. */
  public StreamsAdapter maxLen(int entries) {
    return with(draft -> draft.maxLen = entries);
  }

  /** How many entries are read at a time. Default 100. */
  public StreamsAdapter readCount(int entries) {
    return with(draft -> draft.readCount = entries);
  }

  /** How long Redis lets a reader wait for entries. Default 5 seconds. */
  public StreamsAdapter blockTime(Duration time) {
    return with(draft -> draft.blockTime = time);
  }

  /** What the keys of sessions begin with; the same on all nodes. Default sio:session: */
  public StreamsAdapter sessionKeyPrefix(String prefix) {
    return with(draft -> draft.sessionKeyPrefix = prefix);
  }

  /** Whether there is no binary data, so that nothing is looked at for it. Default no. */
  public StreamsAdapter onlyPlaintext(boolean only) {
    return with(draft -> draft.onlyPlaintext = only);
  }

  /** How nodes wait for each other. */
  public StreamsAdapter cluster(ClusterOptions options) {
    return new StreamsAdapter(redis, link, options, settings);
  }

  /** How long Redis may take to answer before its connection is replaced. Default 5 seconds. */
  public StreamsAdapter commandTimeout(Duration timeout) {
    return link(link.commandTimeout(timeout));
  }

  /** How often connections and subscriptions are checked. Default 5 seconds. */
  public StreamsAdapter checkInterval(Duration interval) {
    return link(link.checkInterval(interval));
  }

  /** How long after a failure to connect it is tried again. Default 1 second. */
  public StreamsAdapter retryDelay(Duration delay) {
    return link(link.retryDelay(delay));
  }

  /** How many bytes may be on their way to Redis. Default 16 MiB for all namespaces together. */
  public StreamsAdapter maxQueuedBytes(long bytes) {
    return link(link.maxQueuedBytes(bytes));
  }

  private StreamsAdapter link(LinkOptions options) {
    return new StreamsAdapter(redis, options, cluster, settings);
  }

  private StreamsAdapter with(Consumer<StreamsSettings.Draft> change) {
    return new StreamsAdapter(redis, link, cluster, settings.with(change));
  }

  @Override
  public Adapter create(LocalNamespace namespace) {
    return new ClusterAdapter(namespace, buses(), cluster);
  }

  /** What carries the messages of each namespace. */
  BusFactory buses() {
    ClusterMessageCodec codec = ClusterMessageCodec.of(cluster.json());
    return (name, uid) -> new StreamsBus(connections, readers, settings, codec, name, uid);
  }
}
