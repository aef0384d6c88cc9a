// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

import java.util.Objects;

/**
 * A message on its way between nodes, with its sender.
 *
 * @param uid the sender: a node's id in this namespace, {@link #EMITTER} for a process that only
 *     emits, or "" where the wire doesn't say
 * @param namespace the namespace; "" where the wire doesn't say, which the bus then does
 * @param message the message
 */
public record Envelope(String uid, String namespace, ClusterMessage message) {
  /** The sender's id of a process without a server; it is no node. */
  public static final String EMITTER = "emitter";

  /** Checks that all is there. */
  public Envelope {
    Objects.requireNonNull(uid, "uid");
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(message, "message");
  }

  /** The same, in the namespace to which the channel belongs by which it came. */
  public Envelope in(String channel) {
    return new Envelope(uid, channel, message);
  }
}
