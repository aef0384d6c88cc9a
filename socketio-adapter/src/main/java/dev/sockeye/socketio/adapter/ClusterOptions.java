// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.JsonCodecs;
import dev.sockeye.socketio.spi.JsonCodec;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How nodes of a cluster wait for each other. The limits hold for each namespace of a node.
 *
 * @param requestTimeout how long another node may take to answer
 * @param answerTimeout how long clients may take to answer an event, if the caller sets no limit
 * @param publishTimeout how long an event waits for the backend before this node's clients get it
 *     all the same, without an offset
 * @param heartbeatInterval how often a node says that it is there; only where the backend doesn't
 *     count
 * @param heartbeatTimeout after how long a silent node counts as gone; likewise
 * @param maxRequests how many requests may wait for answers at a time
 * @param maxAnswers how many answers, or descriptions of sockets, one request takes
 * @param maxServers how many other nodes are remembered
 * @param observer hears how the cluster fares
 * @param timer the clock
 * @param jsonCodec the JSON library for what clients of other nodes answer; null for the one that
 *     is found
 */
public record ClusterOptions(
    Duration requestTimeout,
    Duration answerTimeout,
    Duration publishTimeout,
    Duration heartbeatInterval,
    Duration heartbeatTimeout,
    int maxRequests,
    int maxAnswers,
    int maxServers,
    ClusterObserver observer,
    ClusterTimer timer,
    @Nullable JsonCodec jsonCodec) {
  private static final ClusterOptions DEFAULTS =
      new ClusterOptions(
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          10_000,
          1_000_000,
          1_000,
          new ClusterObserver() {},
          ClusterTimer.system(),
          null);

  /** Checks the limits. */
  public ClusterOptions {
    requirePositive("requestTimeout", requestTimeout);
    requirePositive("answerTimeout", answerTimeout);
    requirePositive("publishTimeout", publishTimeout);
    requirePositive("heartbeatInterval", heartbeatInterval);
    if (heartbeatTimeout.compareTo(heartbeatInterval) <= 0) {
      throw new IllegalArgumentException(
          "heartbeatTimeout must be longer than heartbeatInterval, not %s and %s"
              .formatted(heartbeatTimeout, heartbeatInterval));
    }
    if (maxRequests < 1 || maxAnswers < 1 || maxServers < 1) {
      throw new IllegalArgumentException(
          "maxRequests, maxAnswers and maxServers must be positive, not %d, %d and %d"
              .formatted(maxRequests, maxAnswers, maxServers));
    }
    Objects.requireNonNull(observer, "observer");
    Objects.requireNonNull(timer, "timer");
  }

  private static void requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, not " + duration);
    }
  }

  /**
   * Five seconds for nodes and for the backend, a minute for clients; heartbeats every five
   * seconds, ten of silence; 10,000 requests with a million answers each; 1,000 nodes.
   */
  public static ClusterOptions defaults() {
    return DEFAULTS;
  }

  /** The same, with another time for nodes to answer. Default 5 seconds. */
  public ClusterOptions requestTimeout(Duration timeout) {
    return with(timeout, answerTimeout, publishTimeout, observer, timer);
  }

  /** The same, with another time for clients to answer. Default 1 minute. */
  public ClusterOptions answerTimeout(Duration timeout) {
    return with(requestTimeout, timeout, publishTimeout, observer, timer);
  }

  /** The same, waiting so long for the backend. Default 5 seconds. */
  public ClusterOptions publishTimeout(Duration timeout) {
    return with(requestTimeout, answerTimeout, timeout, observer, timer);
  }

  /** The same, observed. */
  public ClusterOptions observer(ClusterObserver hears) {
    return with(requestTimeout, answerTimeout, publishTimeout, hears, timer);
  }

  /** The same, with another clock; for tests. */
  public ClusterOptions timer(ClusterTimer clock) {
    return with(requestTimeout, answerTimeout, publishTimeout, observer, clock);
  }

  /** The same, on a given JSON library. Default: the one that is found. */
  public ClusterOptions jsonCodec(JsonCodec codec) {
    return new ClusterOptions(
        requestTimeout,
        answerTimeout,
        publishTimeout,
        heartbeatInterval,
        heartbeatTimeout,
        maxRequests,
        maxAnswers,
        maxServers,
        observer,
        timer,
        Objects.requireNonNull(codec, "codec"));
  }

  /**
   * The JSON library: the given one, or the one that is found.
   *
   * @throws IllegalStateException if there is none; it names the artifacts to choose from
   */
  public JsonCodec json() {
    return jsonCodec == null ? JsonCodecs.find() : jsonCodec;
  }

  /** The same, with other heartbeats. Default 5 and 10 seconds. */
  public ClusterOptions heartbeat(Duration interval, Duration timeout) {
    return new ClusterOptions(
        requestTimeout,
        answerTimeout,
        publishTimeout,
        interval,
        timeout,
        maxRequests,
        maxAnswers,
        maxServers,
        observer,
        timer,
        jsonCodec);
  }

  /** The same, with other limits. Default 10,000, 1,000,000 and 1,000. */
  public ClusterOptions limits(int requests, int answers, int servers) {
    return new ClusterOptions(
        requestTimeout,
        answerTimeout,
        publishTimeout,
        heartbeatInterval,
        heartbeatTimeout,
        requests,
        answers,
        servers,
        observer,
        timer,
        jsonCodec);
  }

  private ClusterOptions with(
      Duration request,
      Duration answer,
      Duration publish,
      ClusterObserver hears,
      ClusterTimer clock) {
    return new ClusterOptions(
        request,
        answer,
        publish,
        heartbeatInterval,
        heartbeatTimeout,
        maxRequests,
        maxAnswers,
        maxServers,
        hears,
        clock,
        jsonCodec);
  }
}
