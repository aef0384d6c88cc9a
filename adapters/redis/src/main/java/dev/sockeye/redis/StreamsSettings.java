// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import java.time.Duration;

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

  StreamsSettings streamName(String changed) {
    return new StreamsSettings(
        changed,
        streamCount,
        channelPrefix,
        useShardedPubSub,
        maxLen,
        readCount,
        blockTime,
        sessionKeyPrefix,
        onlyPlaintext);
  }

  StreamsSettings streamCount(int changed) {
    return new StreamsSettings(
        streamName,
        changed,
        channelPrefix,
        useShardedPubSub,
        maxLen,
        readCount,
        blockTime,
        sessionKeyPrefix,
        onlyPlaintext);
  }

  StreamsSettings channelPrefix(String changed) {
    return new StreamsSettings(
        streamName,
        streamCount,
        changed,
        useShardedPubSub,
        maxLen,
        readCount,
        blockTime,
        sessionKeyPrefix,
        onlyPlaintext);
  }

  StreamsSettings useShardedPubSub(boolean changed) {
    return new StreamsSettings(
        streamName,
        streamCount,
        channelPrefix,
        changed,
        maxLen,
        readCount,
        blockTime,
        sessionKeyPrefix,
        onlyPlaintext);
  }

  StreamsSettings maxLen(int changed) {
    return new StreamsSettings(
        streamName,
        streamCount,
        channelPrefix,
        useShardedPubSub,
        changed,
        readCount,
        blockTime,
        sessionKeyPrefix,
        onlyPlaintext);
  }

  StreamsSettings readCount(int changed) {
    return new StreamsSettings(
        streamName,
        streamCount,
        channelPrefix,
        useShardedPubSub,
        maxLen,
        changed,
        blockTime,
        sessionKeyPrefix,
        onlyPlaintext);
  }

  StreamsSettings blockTime(Duration changed) {
    return new StreamsSettings(
        streamName,
        streamCount,
        channelPrefix,
        useShardedPubSub,
        maxLen,
        readCount,
        changed,
        sessionKeyPrefix,
        onlyPlaintext);
  }

  StreamsSettings sessionKeyPrefix(String changed) {
    return new StreamsSettings(
        streamName,
        streamCount,
        channelPrefix,
        useShardedPubSub,
        maxLen,
        readCount,
        blockTime,
        changed,
        onlyPlaintext);
  }

  StreamsSettings onlyPlaintext(boolean changed) {
    return new StreamsSettings(
        streamName,
        streamCount,
        channelPrefix,
        useShardedPubSub,
        maxLen,
        readCount,
        blockTime,
        sessionKeyPrefix,
        changed);
  }
}
