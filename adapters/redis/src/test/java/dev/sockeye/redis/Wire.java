// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hears what is published, and publishes as it likes: the other side of an adapter. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final StatefulRedisPubSubConnection<String, byte[]> connection;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

  /** What was published. */
  record Heard(String channel, byte[] message) {
    String text() {
      return new String(message, UTF_8);
    }
  }

  Wire(RedisClient client, String... patterns) {
    connection = client.connectPubSub(Redis.CODEC);
    connection.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String pattern, String channel, byte[] message) {
            heard.add(new Heard(channel, message));
          }

          @Override
          public void smessage(String channel, byte[] message) {
            heard.add(new Heard(channel, message));
          }
        });
    if (patterns.length > 0) {
      connection.sync().psubscribe(patterns);
    }
  }

  Wire sharded(String channel) {
    connection.sync().ssubscribe(channel);
    return this;
  }

  Heard next() {
    try {
      Heard next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing was published");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
