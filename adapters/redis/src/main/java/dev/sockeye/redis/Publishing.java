// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Publishes on the channels of one namespace, through the outbox of its server. */
record Publishing(RedisLink link) {
  /** Publishes; fails with {@link RedisLostException}. */
  CompletionStage<Void> publish(Topic topic, byte[] message) {
    return link.outbox()
        .send(topic.name().length() + message.length, redis -> redis.publish(topic, message))
        .thenAccept(receivers -> {});
  }

  /**
   * Publishes and tells how it went. While Redis can't be reached, the message is said to be on its
   * way as soon as it waits for the connection: nobody here is to wait with it.
   */
  void publish(Topic topic, byte[] message, PublishCallback callback) {
    boolean waits = !link.outbox().isOpen();
    NotNow notNow = new NotNow();
    CompletableFuture<Void> sent = publish(topic, message).toCompletableFuture();
    CompletionStage<Void> known =
        waits && !sent.isDone() ? CompletableFuture.completedFuture(null) : sent;
    known.whenCompleteAsync(
        (done, error) -> {
          if (error == null) {
            callback.onPublished(Optional.empty());
          } else {
            callback.onFailure(error);
          }
        },
        notNow);
    notNow.end();
  }
}
