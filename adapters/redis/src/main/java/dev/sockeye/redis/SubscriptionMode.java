// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

/**
 * Which rooms have a channel of their own, so that only those nodes get their events that have
 * members in them. Nodes of one cluster with different modes understand each other as far as each
 * subscribes to what the others publish: change it to a more dynamic one on all nodes before any of
 * them has it alone.
 *
 * <p>Implements the option {@code subscriptionMode} of the Socket.IO documentation.
 */
public enum SubscriptionMode {
  /** None: two channels for each namespace, and each node gets everything. */
  STATIC,

  /** All but the rooms of sockets, which have a name of 20 characters. */
  DYNAMIC,

  /** All, those of sockets too: many subscriptions, for those who mostly send to one socket. */
  DYNAMIC_PRIVATE;

  /** The length of a socket's id, by which its own room is told from others. */
  private static final int SOCKET_ID = 20;

  /** Whether a room has a channel of its own. */
  boolean separates(String room) {
    return switch (this) {
      case STATIC -> false;
      case DYNAMIC -> room.length() != SOCKET_ID;
      case DYNAMIC_PRIVATE -> true;
    };
  }
}
