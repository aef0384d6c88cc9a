// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTlsTest {
  @Test
  void theHostIsVerifiedWhateverTheContext() throws Exception {
    SSLEngine engine = ClientTls.of(SSLContext.getDefault()).engine("a.example", 443);
    assertThat(engine.getUseClientMode()).isTrue();
    assertThat(engine.getSSLParameters().getEndpointIdentificationAlgorithm()).isEqualTo("HTTPS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.example", "localhost", "xn--bcher-kva.example"})
  void theServerLearnsWhichHostIsMeant(String host) {
    assertThat(ClientTls.defaults().engine(host, 443).getSSLParameters().getServerNames())
        .containsExactly(new SNIHostName(host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void anAddressIsNoName(String host) {
    assertThat(ClientTls.defaults().engine(host, 443).getSSLParameters().getServerNames())
        .isNullOrEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256/", "sha256//"})
  void aPinMayBeginWithASlash(String before) {
    byte[] hash = new byte[32];
    hash[0] = (byte) 0xff;
    String pin = Base64.getEncoder().encodeToString(hash);
    assertThat(pin).startsWith("/");
    assertThat(ClientTls.Builder.hashOf(before + pin)).isEqualTo(hash);
    assertThat(ClientTls.Builder.hashOf(before + pin.replace("=", ""))).isEqualTo(hash);
  }

  @Test
  void parametersMayBeChanged() {
    ClientTls tls =
        ClientTls.builder()
            .parameters(settings -> settings.setProtocols(new String[] {"TLSv1.2"}))
            .build();
    assertThat(tls.engine("a.example", 443).getEnabledProtocols()).containsExactly("TLSv1.2");
  }

  @Test
  void parametersThatCanNotBeAreRefusedAtOnce() {
    ClientTls.Builder builder =
        ClientTls.builder().parameters(settings -> settings.setProtocols(new String[] {"TLSv9"}));
    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("TLSv9");
  }
}
