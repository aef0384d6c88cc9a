// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.CompletionStage;

/**
 * The open connections of one server: one that sends commands, and one that is subscribed. Lettuce
 * reconnects them and subscribes again. No method blocks.
 */
interface RedisConnections {
  /** Subscribes; complete when Redis has confirmed it. */
  CompletionStage<?> subscribe(Topic topic);

  /** Ends a subscription. */
  CompletionStage<?> unsubscribe(Topic topic);

  /** Publishes; what is published on one channel keeps its order. */
  RedisFuture<Long> publish(Topic topic, byte[] message);

  /** The number of connections that are subscribed to a channel, wherever they are. */
  CompletionStage<Integer> subscribers(Topic channel);

  /** Complete when both connections have answered; a subscription made before has come through. */
  CompletionStage<?> ping();

  /** The connection that sends commands. */
  RedisClusterAsyncCommands<String, byte[]> commands();

  /** Ends the connections. */
  void close();

  /** What becomes of the connections, and what comes over the subscribed one. */
  interface Events {
    /** Something was published on a channel that a topic covers. */
    void onMessage(Topic topic, String channel, byte[] message);

    /** One of the connections is lost; Lettuce tries to get it back. */
    void onDisconnected(StatefulConnection<?, ?> connection);

    /** A connection that was lost is back. */
    void onReconnected(StatefulConnection<?, ?> connection);
  }
}
