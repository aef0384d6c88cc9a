// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.client.spi.Route;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NettyRequestTest {
  private static String head(String host, int port, boolean secure, Headers callers) {
    ClientTls tls = secure ? ClientTls.defaults() : null;
    Route route = new Route(host, port, tls, null, null, Duration.ofSeconds(1));
    ByteBuf out = Unpooled.buffer();
    NettyRequest.writeHead(out, "GET", "/", route, callers, Headers.of("Connection", "close"));
    return out.toString(ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "a.example, 80, false, a.example",
    "a.example, 443, true, a.example",
    "a.example, 443, false, a.example:443",
    "a.example, 3000, true, a.example:3000",
    "::1, 80, false, [::1]",
    "2001:db8::1, 3000, false, [2001:db8::1]:3000",
  })
  void theHostIsNamedAsInAUrl(String host, int port, boolean secure, String value) {
    assertThat(head(host, port, secure, Headers.create()))
        .isEqualTo("GET / HTTP/1.1\r\nHost: " + value + "\r\nConnection: close\r\n\r\n");
  }

  @Test
  void theCallerMayNameAnotherHost() {
    assertThat(head("::1", 80, false, Headers.of("Host", "b.example")))
        .contains("Host: b.example\r\n")
        .doesNotContain("[::1]");
  }

  @Test
  void theCallerCanNotSayHowTheMessageEnds() {
    Headers headers =
        Headers.of("Content-Length", "5").add("Transfer-Encoding", "chunked").add("X", "y");
    assertThat(head("a", 80, false, headers))
        .isEqualTo("GET / HTTP/1.1\r\nHost: a\r\nX: y\r\nConnection: close\r\n\r\n");
  }
}
