// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Namespaces that our client leaves and asks for again over the same connection. The official
 * server, which reads a CONNECT before it has carried out the DISCONNECT next to it, closes the
 * connection then.
 */
@ParameterizedClass
@MethodSource("dev.sockeye.interop.ClientPartner#thatTakeOneBackAtOnce")
class RestlessNamespaceTest {
  private static final int TIMES = 30;
  private static final Executor THREAD_EACH = task -> new Thread(task).start();

  private static RunningServer server;

  private final RestlessClient client;

  RestlessNamespaceTest(ClientPartner partner, String transport) {
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
  void oneIsLeftWhileTheOtherIsUsed() {
    for (int i = 0; i < TIMES; i++) {
      RestlessClient.comeBack(client.custom);
      client.main.ask("echo-ack", i);
      RestlessClient.comeBack(client.custom);
      client.isAnswered();
    }
  }

  @Test
  void bothEndsMayEndItAtOnce() {
    for (int i = 0; i < TIMES; i++) {
      client.custom.emit("leave-me");
      RestlessClient.comeBack(client.custom);
      client.isAnswered();
    }
  }

  @Test
  void severalThreadsMayBeRestless() {
    List<CompletableFuture<Void>> threads =
        IntStream.range(0, 4)
            .mapToObj(i -> i % 2 == 0 ? client.main : client.custom)
            .map(peer -> CompletableFuture.runAsync(() -> comeBackOften(peer), THREAD_EACH))
            .toList();
    threads.forEach(CompletableFuture::join);
    client.isAnswered();
  }

  private static void comeBackOften(SockeyePeer peer) {
    for (int i = 0; i < TIMES; i++) {
      RestlessClient.comeBack(peer);
    }
  }
}
