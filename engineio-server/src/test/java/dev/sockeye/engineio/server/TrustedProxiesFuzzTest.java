// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sockeye.engineio.Headers;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Whatever a client puts into the headers of proxies: nothing is thrown, and once a proxy has added
 * its own entry, the client is the one whom that proxy has seen.
 */
class TrustedProxiesFuzzTest {
  private static final InetSocketAddress PROXY = new InetSocketAddress("10.0.0.1", 1);
  private static final InetSocketAddress CLIENT = new InetSocketAddress("203.0.113.9", 4711);

  private final TrustedProxies forwarded = TrustedProxies.forwarded("10.0.0.0/8");
  private final TrustedProxies xForwarded = TrustedProxies.xForwarded("10.0.0.0/8");

  @FuzzTest
  void forwardedHeaders(byte[] header) {
    String forged = new String(header, StandardCharsets.ISO_8859_1).replaceAll("[\r\n\0]", "|");
    Headers headers = Headers.of("Forwarded", forged).add("X-Forwarded-For", forged);
    headers.add("X-Forwarded-Proto", forged);
    assertThat(forwarded.resolve(PROXY, false, headers)).isNotNull();
    assertThat(xForwarded.resolve(PROXY, false, headers)).isNotNull();

    headers.set("Forwarded", forged + ", for=\"203.0.113.9:4711\";proto=https");
    headers.set("X-Forwarded-For", forged + ", 203.0.113.9:4711");
    headers.set("X-Forwarded-Proto", "https");
    ClientAddress client = new ClientAddress(CLIENT, true);
    assertThat(forwarded.resolve(PROXY, false, headers)).isEqualTo(client);
    assertThat(xForwarded.resolve(PROXY, false, headers)).isEqualTo(client);
  }
}
