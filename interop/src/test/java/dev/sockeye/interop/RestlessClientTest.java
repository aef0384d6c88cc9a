// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that our client closes at any moment, because nobody needs them for an instant. */
@ParameterizedClass
@MethodSource("dev.sockeye.interop.ClientPartner#overEachTransport")
class RestlessClientTest {
  private static final int TIMES = 30;

  private static RunningServer server;

  private final RestlessClient client;

  RestlessClientTest(ClientPartner partner, String transport) {
    client = RestlessClient.open(server.url(), transport, partner);
  }

  @BeforeParameterizedClassInvocation
  static void start(ClientPartner partner) {
    server = partner.start();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    server.close();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aConnectionMayBeClosedWhileNamespacesAreAskedFor() {
    for (int i = 0; i < TIMES; i++) {
      client.reconnect();
      Clusters.await("the first answer", () -> client.main.socket().isConnected());
      client.reconnect(); // while the second one is being read
      client.main.ask("echo-ack", i);
      client.reconnect();
      client.reconnect();
      client.isAnswered();
    }
  }

  @Test
  void bothEndsMayCloseItAtOnce() {
    for (int i = 0; i < TIMES; i++) {
      client.main.emit("cut");
      client.reconnect();
      client.isAnswered();
    }
  }
}
