// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUriTest {
  @Test
  void httpAndWsMeanTheSame() {
    assertThat(ServerUri.parse("ws://host/")).isEqualTo(ServerUri.parse("http://host"));
  }

  @Test
  void theUsualPortIs80() {
    assertThat(ServerUri.parse("http://host").port()).isEqualTo(80);
  }

  @Test
  void theUsualPortOfASecureServerIs443() {
    assertThat(ServerUri.parse("wss://host").port()).isEqualTo(443);
  }

  @Test
  void withoutASchemeItIsSecure() {
    assertThat(ServerUri.parse("host:3000")).isEqualTo(ServerUri.parse("https://host:3000"));
  }

  @Test
  void anAddressOfVersion6LosesItsBrackets() {
    assertThat(ServerUri.parse("http://[::1]:3000").host()).isEqualTo("::1");
  }

  @Test
  void anAddressOfVersion6GetsThemBackOnTheWire() {
    assertThat(ServerUri.parse("http://[::1]:3000").at("/io/"))
        .hasToString("http://[::1]:3000/io/");
  }

  @Test
  void aHostMayHaveAnUnderscore() {
    assertThat(ServerUri.parse("http://chat_1:3000").host()).isEqualTo("chat_1");
  }

  @Test
  void aHostWithAnUnderscoreIsWrittenAsItIs() {
    assertThat(ServerUri.parse("http://chat_1:3000").at("/io/"))
        .hasToString("http://chat_1:3000/io/");
  }

  @ParameterizedTest
  @CsvSource({
    "http://b\u00fccher.example, xn--bcher-kva.example",
    "https://\u65e5\u672c\u3002jp, xn--wgv71a.jp",
    "http://Chat.Example, chat.example",
    "http://xn--bcher-kva.example, xn--bcher-kva.example",
    "http://host., host.",
    "http://10.0.0.1, 10.0.0.1"
  })
  void aHostIsKeptInAsciiAndLowerCase(String address, String host) {
    assertThat(ServerUri.parse(address).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a..b", "http://a$b", "http://a%20b", "http://.host"})
  void aHostThatCannotBeOneIsRefused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerUri.parse(address))
        .withMessageContaining("no host can be named '" + address.substring(7) + "'");
  }

  @Test
  void aHostThatIsTooLongInAsciiIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerUri.parse("http://\u00fc" + "x".repeat(60)))
        .withMessageContaining("no host can be named");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://", "http:///path", "http://:3000"})
  void anAddressWithoutAHostIsRefused(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> ServerUri.parse(address));
  }

  @Test
  void thePathIsKept() {
    assertThat(ServerUri.parse("http://host/admin").path()).isEqualTo("/admin");
  }

  @Test
  void theQueryIsDecoded() {
    assertThat(ServerUri.parse("http://host?a=x%20y&b=c=d").query())
        .isEqualTo(Map.of("a", "x y", "b", "c=d"));
  }

  @Test
  void theUsualPortIsNotWritten() {
    assertThat(ServerUri.parse("https://host:443").at("/io/")).hasToString("https://host/io/");
  }

  @Test
  void aLongUriIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerUri.parse("http://host/" + "a".repeat(8000)))
        .withMessageContaining("URI too long");
  }

  @Test
  void anotherSchemeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerUri.parse("ftp://host"))
        .withMessageContaining("ftp://host");
  }
}
