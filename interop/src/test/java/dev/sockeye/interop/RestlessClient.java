// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Our client in two namespaces, which leaves and comes back faster than a server answers. */
final class RestlessClient implements AutoCloseable {
  final SockeyePeer main;
  final SockeyePeer custom;

  private RestlessClient(SockeyePeer main) {
    this.main = main;
    this.custom = main.beside("/custom", Map.of());
  }

  /** Returns when it is in both namespaces. */
  static RestlessClient open(String url, String transport, ClientPartner partner) {
    RestlessClient client =
        new RestlessClient(SockeyePeer.open(url, transport, partner::prepare, Map.of()));
    client.isAnswered();
    return client;
  }

  /** Leaves one namespace and asks for it again, at once and over the same connection. */
  static void comeBack(SockeyePeer peer) {
    peer.socket().disconnect();
    peer.socket().connect();
  }

  /** Leaves both namespaces, which closes the connection, and asks for them over another one. */
  void reconnect() {
    main.socket().disconnect();
    custom.socket().disconnect();
    main.socket().connect();
    custom.socket().connect();
  }

  /** The server knows it, and it knows the server, in both namespaces. */
  void isAnswered() {
    assertThat(main.ask("echo-ack", "main")).containsExactly("main");
    assertThat(custom.ask("echo-ack", "custom")).containsExactly("custom");
  }

  @Override
  public void close() {
    main.close();
  }
}
