// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.WireClient;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections from proxies that speak the PROXY protocol, and from those that only pretend to. */
class ProxyProtocolTest {
  private static final HttpHandler WHO =
      exchange -> {
        String who = exchange.remoteAddress() + (exchange.isSecure() ? " by TLS" : "");
        exchange.respond(HttpResponse.of(200, Headers.create(), who.getBytes(UTF_8)));
      };

  private static final String SIGNATURE = "\r\n\r\n\0\r\nQUIT\n";

  private final Listening server = listening("127.0.0.0/8", "::1");
  private final WireClient client = WireClient.connect(server.address());

  private static Listening listening(String... proxies) {
    return NettyHost.builder()
        .handler(WHO)
        .proxyProtocol(proxies)
        .headTimeout(Duration.ofSeconds(10))
        .start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  /** A header of version 2 for 192.0.2.7:50000. */
  private static byte[] version2(int command, byte... extensions) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE.getBytes(UTF_8));
    int length = 12 + extensions.length;
    out.writeBytes(new byte[] {(byte) (0x20 | command), 0x11, (byte) (length >> 8), (byte) length});
    out.writeBytes(
        new byte[] {(byte) 192, 0, 2, 7, 10, 0, 0, 1, (byte) 0xc3, 0x50, 0x01, (byte) 0xbb});
    out.writeBytes(extensions);
    return out.toByteArray();
  }

  @Test
  void theFirstLineSaysWhoTheClientIs() {
    client.send("PROXY TCP4 192.0.2.7 10.0.0.1 50000 443\r\n");
    assertThat(client.get("/").response().text()).isEqualTo("/192.0.2.7:50000");
  }

  @Test
  void theHeaderCountsForAllRequestsOfItsConnection() {
    client.send("PROXY TCP6 2001:db8::7 ::1 50000 443\r\n").get("/").response();
    assertThat(client.get("/").response().text()).isEqualTo("/[2001:db8:0:0:0:0:0:7]:50000");
  }

  @Test
  void theHeaderMayComeByteByByteAndTogetherWithTheRequest() {
    client.sendSingly("PROXY TCP4 192.0.2.7 10.0.0.1 5 443\r\nGET".getBytes(UTF_8));
    client.send(" / HTTP/1.1\r\nHost: test\r\n\r\n");
    assertThat(client.response().text()).isEqualTo("/192.0.2.7:5");
  }

  @Test
  void version2SaysItInBytes() {
    assertThat(client.send(version2(1)).get("/").response().text()).isEqualTo("/192.0.2.7:50000");
  }

  @Test
  void version2MaySayThatTheClientSpeaksTls() {
    byte[] tls = {0x20, 0, 5, 1, 0, 0, 0, 0};
    assertThat(client.send(version2(1, tls)).get("/").response().text())
        .isEqualTo("/192.0.2.7:50000 by TLS");
  }

  @Test
  void aProxyMaySpeakForItself() {
    assertThat(client.send(version2(0)).get("/").response().text()).startsWith("/127.0.0.1:");
  }

  @Test
  void whatTheProxyDoesNotKnowStaysAsItIs() {
    client.send("PROXY UNKNOWN\r\n");
    assertThat(client.get("/").response().text()).startsWith("/127.0.0.1:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: test\r\n\r\n",
        "PROXY TCP4 192.0.2.7\r\n",
        "PROXY TCP4 example.org 10.0.0.1 1 2\r\n",
        "PROXY TCP4 192.0.2.7 10.0.0.1 70000 443\r\n",
        "PROXY TCP4 192.0.2.777 10.0.0.1 1 443\r\n",
        SIGNATURE + "\u0031\u0011\0\f",
      })
  void aConnectionWithoutAValidHeaderIsClosed(String bytes) {
    assertThat(client.send(bytes).untilClosed()).isEmpty();
    try (WireClient other = WireClient.connect(server.address())) {
      assertThat(other.send(version2(1)).get("/").response().status()).isEqualTo(200);
    }
  }

  @Test
  void aHeaderWithoutEndIsClosed() {
    client.send("PROXY TCP4 " + "1".repeat(200));
    assertThat(client.untilClosed()).isEmpty();
  }

  @Test
  void aHeaderThatIsTooLargeIsClosed() {
    client.send(version2(1, new byte[4096]));
    assertThat(client.untilClosed()).isEmpty();
  }

  @Test
  void aProxyThatSaysNothingIsNotWaitedForForEver() {
    try (Listening hasty =
            NettyHost.builder()
                .handler(WHO)
                .proxyProtocol("127.0.0.0/8", "::1")
                .headTimeout(Duration.ofMillis(1))
                .start();
        WireClient silent = WireClient.connect(hasty.address())) {
      assertThat(silent.untilClosed()).isEmpty();
    }
  }

  @Test
  void whoIsNoListedProxyCantPretendToBeOne() {
    try (Listening other = listening("192.0.2.1");
        WireClient stranger = WireClient.connect(other.address())) {
      stranger.send("PROXY TCP4 192.0.2.7 10.0.0.1 50000 443\r\n");
      assertThat(stranger.get("/").response().status()).isEqualTo(400);
    }
  }

  @Test
  void aWebSocketIsOpenedBehindAHeaderToo() {
    client.send(version2(1));
    assertThat(client.upgrade("/").text()).isEqualTo("/192.0.2.7:50000");
  }
}
