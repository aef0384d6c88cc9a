// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

/** Makes the bus of each namespace of a node: what an adapter for a broker gives. */
@FunctionalInterface
public interface BusFactory {
  /**
   * A bus that has not been started.
   *
   * @param namespace the name, with its leading slash
   * @param uid this node's id in this namespace: 16 hexadecimal digits, new for each bus
   */
  Bus create(String namespace, String uid);
}
