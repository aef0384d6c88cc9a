// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.WireClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client can do to a host by not reading its answers. */
class SlowHttpTest {
  private static final byte[] LARGE = new byte[8 * 1024 * 1024];
  private static final String GET = "GET /large HTTP/1.1\r\nHost: a\r\n";

  private final AtomicInteger served = new AtomicInteger();

  private void serve(HttpExchange exchange) {
    served.incrementAndGet();
    byte[] body = exchange.path().equals("/large") ? LARGE : new byte[0];
    exchange.respond(HttpResponse.of(200, Headers.create(), body));
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void whoDoesNotReadAnswersIsNotServedFurtherOnesUntilHeDoes(Io io) {
    try (Listening server = NettyHost.builder().io(io).eventLoops(1).handler(this::serve).start();
        WireClient slow = WireClient.connectSlowly(server.address(), 16 * 1024);
        WireClient other = WireClient.connect(server.address())) {
      slow.send((GET + "\r\n").repeat(50));
      other.get("/").response();
      other.get("/").response();
      assertThat(served.get()).isLessThan(10);
      for (int i = 0; i < 50; i++) {
        assertThat(slow.response().body()).hasSize(LARGE.length);
      }
    }
  }

  @Test
  @Timeout(60)
  void whoDoesNotReadTheLastAnswerIsCutOff() {
    try (Listening server =
            NettyHost.builder().idleTimeout(Duration.ofMillis(50)).handler(this::serve).start();
        WireClient slow = WireClient.connectSlowly(server.address(), 16 * 1024)) {
      slow.send(GET + "Connection: close\r\n\r\n");
      assertThatThrownBy(() -> sendForEver(slow)).isInstanceOf(UncheckedIOException.class);
    }
  }

  /** Until the connection is reset: nobody reads it. */
  private static void sendForEver(WireClient client) {
    while (true) {
      client.send(new byte[1024]);
    }
  }
}
