// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
