// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private static final InetSocketAddress PROXY = new InetSocketAddress("10.0.0.1", 55_555);

  private final TrustedProxies xForwarded = TrustedProxies.xForwarded("10.0.0.0/8", "fd00::/8");
  private final TrustedProxies forwarded = TrustedProxies.forwarded("10.0.0.0/8", "fd00::/8");

  /** Address, port and scheme of the client of a plain request that the nearest proxy sent. */
  private static String client(TrustedProxies proxies, Headers headers) {
    return text(proxies.resolve(PROXY, false, headers));
  }

  private static String text(ClientAddress client) {
    InetSocketAddress address = client.address();
    return (client.secure() ? "https " : "http ")
        + address.getAddress().getHostAddress()
        + " "
        + address.getPort();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9|http 203.0.113.9 0",
        "203.0.113.9, 10.0.0.2|http 203.0.113.9 0",
        "203.0.113.9, 10.0.0.3,10.0.0.2|http 203.0.113.9 0",
        "10.9.9.9, 203.0.113.9|http 203.0.113.9 0",
        "198.51.100.1, 203.0.113.9, 10.0.0.2|http 203.0.113.9 0",
        "203.0.113.9:1234|http 203.0.113.9 1234",
        "2001:db8::1|http 2001:db8:0:0:0:0:0:1 0",
        "[2001:db8::1]:1234|http 2001:db8:0:0:0:0:0:1 1234",
        "::ffff:203.0.113.9, ::ffff:10.0.0.2|http 203.0.113.9 0",
        "203.0.113.9, fd00::1|http 203.0.113.9 0",
        "10.0.0.3, 10.0.0.2|http 10.0.0.3 0"
      })
  void xForwardedForIsReadFromItsEnd(String header, String client) {
    assertThat(client(xForwarded, Headers.of("X-Forwarded-For", header))).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=203.0.113.9|http 203.0.113.9 0",
        "For=\"203.0.113.9:1234\" ; Proto=https;by=10.0.0.1|https 203.0.113.9 1234",
        "for=\"[2001:db8::1]:4711\";proto=http|http 2001:db8:0:0:0:0:0:1 4711",
        "for=\"[2001:db8::1]:_x\"|http 2001:db8:0:0:0:0:0:1 0",
        "for=\"203\\.0.113.9\"|http 203.0.113.9 0",
        "for=203.0.113.9;proto=https, for=10.0.0.2;proto=http|https 203.0.113.9 0",
        "for=203.0.113.9, for=10.0.0.2;proto=https|https 203.0.113.9 0",
        "for=198.51.100.1;proto=https, for=203.0.113.9;proto=http|http 203.0.113.9 0",
        "for=203.0.113.9;ext=\"a,b;for=1.2.3.4\\\"\";proto=https|https 203.0.113.9 0"
      })
  void forwardedIsReadFromItsEnd(String header, String client) {
    assertThat(client(forwarded, Headers.of("Forwarded", header))).isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_hidden", "unknown", "\"_a:_b\"", "localhost", "999.1.1.1", "[::1", ""})
  void whereAProxyHidesTheClientTheClientIsThatProxy(String node) {
    Headers headers = Headers.of("Forwarded", "for=" + node + ";proto=https, for=10.0.0.2");
    assertThat(client(forwarded, headers)).isEqualTo("https 10.0.0.2 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"for=\"", "\\\"", "\"\\", ";;=", "for=10.0.0.9;\"", "for=\"\\\""})
  void whatAClientMakesUpDoesNotHideIt(String forged) {
    Headers headers = Headers.of("Forwarded", forged + ", for=\"203.0.113.9\";proto=https");
    assertThat(client(forwarded, headers)).isEqualTo("https 203.0.113.9 0");
    headers = Headers.of("Forwarded", forged).add("Forwarded", "for=203.0.113.9;proto=https");
    assertThat(client(forwarded, headers)).isEqualTo("https 203.0.113.9 0");
  }

  @Test
  void severalLinesAreOneList() {
    Headers headers = Headers.of("X-Forwarded-For", "198.51.100.1, 203.0.113.9");
    headers.add("x-forwarded-for", "10.0.0.3").add("X-Forwarded-For", "10.0.0.2,");
    assertThat(client(xForwarded, headers)).isEqualTo("http 203.0.113.9 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https|https",
        "HTTPS|https",
        "wss|https",
        "http|http",
        "ws|http",
        "spdy|http",
        "https, http|https",
        "https, http, https|http",
        "http, https, http|https"
      })
  void theSchemeIsThatOfTheClientsOwnConnection(String header, String scheme) {
    Headers headers = Headers.of("X-Forwarded-For", "203.0.113.9, 10.0.0.2");
    headers.add("X-Forwarded-Proto", header);
    assertThat(client(xForwarded, headers)).isEqualTo(scheme + " 203.0.113.9 0");
  }

  @Test
  void aProxyMayTellTheSchemeOnly() {
    assertThat(client(xForwarded, Headers.of("X-Forwarded-Proto", "https")))
        .isEqualTo("https 10.0.0.1 55555");
  }

  @Test
  void aSchemeThatNobodyTellsIsThatOfTheConnection() {
    Headers headers = Headers.of("X-Forwarded-For", "203.0.113.9");
    assertThat(text(xForwarded.resolve(PROXY, true, headers))).isEqualTo("https 203.0.113.9 0");
  }

  @Test
  void onlyTheKindOfHeadersThatTheProxiesWriteIsRead() {
    Headers headers = Headers.of("X-Forwarded-For", "203.0.113.1");
    headers.add("X-Forwarded-Proto", "https").add("Forwarded", "for=203.0.113.2");
    assertThat(client(xForwarded, headers)).isEqualTo("https 203.0.113.1 0");
    assertThat(client(forwarded, headers)).isEqualTo("http 203.0.113.2 0");
  }

  @Test
  void aStrangersHeadersAreNotRead() {
    InetSocketAddress stranger = new InetSocketAddress("203.0.113.9", 1);
    Headers headers = Headers.of("X-Forwarded-For", "10.0.0.9");
    headers.add("X-Forwarded-Proto", "https");
    assertThat(text(xForwarded.resolve(stranger, false, headers))).isEqualTo("http 203.0.113.9 1");
    assertThat(client(TrustedProxies.none(), headers)).isEqualTo("http 10.0.0.1 55555");
  }

  @Test
  void anUnresolvedPeerIsAStranger() {
    InetSocketAddress unresolved = InetSocketAddress.createUnresolved("10.0.0.1", 1);
    assertThat(xForwarded.trusts(unresolved)).isFalse();
  }

  @Test
  void withoutHeadersTheClientIsTheProxy() {
    assertThat(client(xForwarded, Headers.create())).isEqualTo("http 10.0.0.1 55555");
    assertThat(client(forwarded, Headers.of("Forwarded", " , ,"))).isEqualTo("http 10.0.0.1 55555");
  }

  @Test
  void aLongHeaderIsReadFromItsEndOnly() {
    String forged = "10.0.0.9,".repeat(10_000);
    assertThat(client(xForwarded, Headers.of("X-Forwarded-For", forged + "203.0.113.9")))
        .isEqualTo("http 203.0.113.9 0");
    String far = "203.0.113.9" + " ".repeat(ListFromEnd.MAX_CHARS) + ", 10.0.0.2";
    assertThat(client(xForwarded, Headers.of("X-Forwarded-For", far))).isEqualTo("http 10.0.0.2 0");
  }

  @Test
  void aLoopOfProxiesEnds() {
    Headers headers = Headers.of("X-Forwarded-For", "203.0.113.9" + ",10.0.0.2".repeat(40));
    assertThat(client(xForwarded, headers)).isEqualTo("http 10.0.0.2 0");
  }
}
