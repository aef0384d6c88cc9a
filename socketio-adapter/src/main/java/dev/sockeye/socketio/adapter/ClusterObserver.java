// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

/**
 * Hears how a {@link ClusterAdapter} fares: what metrics and alarms stand on. The calls come on any
 * thread, may overlap, and must be quick; each names the namespace that it is about.
 */
public interface ClusterObserver {
  /** The connection to the backend is lost: events reach this node's clients only. */
  default void onLost(String namespace, Throwable why) {}

  /** The connection to the backend is back. */
  default void onRestored(String namespace) {}

  /** A message could not be sent to the other nodes; this node's clients got it all the same. */
  default void onPublishFailure(String namespace, Throwable why) {}

  /** Something came that is no message, or no answer to anything. */
  default void onGarbage(String namespace, RuntimeException why) {}

  /** Other nodes did not answer in time. */
  default void onTimeout(String namespace, int expected, int received) {}

  /** Another node was heard of; only where nodes find each other by heartbeats. */
  default void onServerJoined(String namespace, String uid) {}

  /** Another node has left, or is not heard of any more. */
  default void onServerLeft(String namespace, String uid) {}
}
