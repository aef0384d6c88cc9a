// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * What the nodes of a cluster over streams have agreed on, and how one of them reads.
 *
 * @param streamName the name of the stream, or what the names begin with
 * @param streamCount among how many the namespaces are shared out
 * @param channelPrefix what the names of the channels begin with
 * @param useShardedPubSub whether these are sharded
 * @param maxLen about how many entries a stream keeps
 * @param readCount how many entries are read at a time
 * @param blockTime how long Redis lets a reader wait for entries
 * @param sessionKeyPrefix what the keys of sessions begin with
 * @param onlyPlaintext whether nothing is looked at for binary data, which is written as text
 */
record StreamsSettings(
    String streamName,
    int streamCount,
    String channelPrefix,
    boolean useShardedPubSub,
    int maxLen,
    int readCount,
    Duration blockTime,
    String sessionKeyPrefix,
    boolean onlyPlaintext) {
  static final StreamsSettings DEFAULTS =
      new StreamsSettings(
          "socket.io",
          1,
          "socket.io",
          false,
          10_000,
          100,
          Duration.ofSeconds(5),
          "sio:session:",
          false);

  StreamsSettings {
    if (streamCount < 1 || maxLen < 1 || readCount < 1) {
      throw new IllegalArgumentException(
          "streamCount, maxLen and readCount must be positive, not %d, %d and %d"
              .formatted(streamCount, maxLen, readCount));
    }
    LinkOptions.requirePositive("blockTime", blockTime);
  }

  /** The stream of a number. */
  String stream(int number) {
    return streamCount == 1 ? streamName : streamName + "-" + number;
  }

  /** The stream of a namespace: the one of the official adapter, if any of its nodes reads it. */
  String streamOf(String namespace) {
    return stream(Math.floorMod(namespace.hashCode(), streamCount));
  }

  /** The same, but for what is changed in a draft. */
  StreamsSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }

  /** Settings that are being changed, by one thread. */
  static final class Draft {
    String streamName;
    int streamCount;
    String channelPrefix;
    boolean useShardedPubSub;
    int maxLen;
    int readCount;
    Duration blockTime;
    String sessionKeyPrefix;
    boolean onlyPlaintext;

    private Draft(StreamsSettings before) {
      streamName = before.streamName;
      streamCount = before.streamCount;
      channelPrefix = before.channelPrefix;
      useShardedPubSub = before.useShardedPubSub;
      maxLen = before.maxLen;
      readCount = before.readCount;
      blockTime = before.blockTime;
      sessionKeyPrefix = before.sessionKeyPrefix;
      onlyPlaintext = before.onlyPlaintext;
    }

    private StreamsSettings done() {
      return new StreamsSettings(
          streamName,
          streamCount,
          channelPrefix,
          useShardedPubSub,
          maxLen,
          readCount,
          blockTime,
          sessionKeyPrefix,
          onlyPlaintext);
    }
  }
}
