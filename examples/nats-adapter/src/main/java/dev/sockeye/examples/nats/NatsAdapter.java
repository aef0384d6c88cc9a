// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.nats;

import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.ClusterAdapter;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import io.nats.client.Connection;
import io.nats.client.Options;
import java.time.Duration;

/**
 * Joins a server to a cluster over NATS, 2.2 or newer: the option {@code adapter} of a server.
 *
 * <p>What one node sends arrives in its order, at most once: what is sent while NATS is away
 * reaches the clients of this node only. Clients that lose their connection are not restored. Nodes
 * find each other by heartbeats.
 */
public final class NatsAdapter {
  private NatsAdapter() {}

  /** The adapters of one server, with the usual time-outs. */
  public static AdapterFactory of(Connection connection) {
    return of(connection, ClusterOptions.defaults());
  }

  /**
   * The adapters of one server.
   *
   * @param connection not closed here; made with {@link #options}
   * @throws IllegalArgumentException if a full queue of the connection would block those who
   *     publish, which are the threads of the network
   */
  // tag::factory[]
  public static AdapterFactory of(Connection connection, ClusterOptions options) {
    if (!connection.getOptions().isDiscardMessagesWhenOutgoingQueueFull()) {
      throw new IllegalArgumentException(
          "the connection needs the option discardMessagesWhenOutgoingQueueFull()");
    }
    ClusterMessageCodec codec = ClusterMessageCodec.of(options.json());
    return ClusterAdapter.factory(
        (namespace, uid) -> new NatsBus(connection, codec, namespace, uid), options);
  }

  // end::factory[]

  /** What the connection should be like; servers, TLS and credentials are to be added. */
  // tag::options[]
  public static Options.Builder options() {
    return Options.builder()
        .maxReconnects(-1) // for ever
        .reconnectWait(Duration.ofSeconds(1))
        .pingInterval(Duration.ofSeconds(5)) // a server that says nothing is found out
        .reconnectBufferSize(0) // what is sent meanwhile fails at once, and is known to have failed
        .discardMessagesWhenOutgoingQueueFull(); // rather than wait in a thread of the network
  }
  // end::options[]
}
