// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sockeye.engineio.client.ClientTls;
import dev.sockeye.engineio.client.NettyNetwork;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a client trusts, and how it says that it doesn't. */
class NettyTlsTest {
  @TempDir private static Path directory;
  private static TestCertificate localhost;
  private static TestCertificate elsewhere;
  private static TestCertificate expired;

  @BeforeAll
  static void makeCertificates() {
    localhost = TestCertificate.make(directory.resolve("localhost"), "localhost");
    elsewhere = TestCertificate.make(directory.resolve("elsewhere"), "other.example");
    expired = TestCertificate.make(directory.resolve("expired"), "localhost", "-startdate", "-9d");
  }

  private static final WireServer.Script SAYS_OK =
      server -> {
        while (true) {
          String head = server.head();
          if (head.contains("websocket")) {
            server.accept(head, "").sendFrame(0x81, "secret").awaitEnd();
          }
          server.ok("secret");
        }
      };

  private static String answer(TestCertificate certificate, ClientTls tls) {
    try (WireServer server = certificate.serve(SAYS_OK);
        NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port()).tls(tls)) {
      return peer.get("/").next();
    }
  }

  /** The messages of what went wrong, from the outside in. */
  private static List<String> refusal(TestCertificate certificate, ClientTls tls) {
    try (WireServer server = certificate.serve(SAYS_OK);
        NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port()).tls(tls)) {
      NetworkRecorder recorder = peer.get("/");
      assertThat(recorder.next()).isEqualTo("failure");
      assertThat(recorder.error())
          .isInstanceOf(SSLHandshakeException.class)
          .hasMessageStartingWith("TLS with localhost:" + server.port() + " failed: ");
      assertThat(recorder.isEmpty()).isTrue();
      List<String> messages = new ArrayList<>();
      boolean typed = false;
      for (Throwable e = recorder.error(); e != null; e = e.getCause()) {
        messages.add(String.valueOf(e.getMessage()));
        typed |= e instanceof CertificateException;
      }
      assertThat(typed).isTrue();
      return messages;
    }
  }

  @Test
  void aTrustedServerIsTalkedTo() throws Exception {
    ClientTls byStore = ClientTls.builder().trust(localhost.trustStore()).build();
    ClientTls byFile = ClientTls.builder().trust(localhost.certificatePem()).build();
    assertThat(answer(localhost, byStore)).isEqualTo("200 secret");
    assertThat(answer(localhost, byFile)).isEqualTo("200 secret");
  }

  @Test
  void aWebSocketIsEncryptedToo() throws Exception {
    ClientTls tls = ClientTls.builder().trust(localhost.trustStore()).build();
    try (WireServer server = localhost.serve(SAYS_OK);
        NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port()).tls(tls)) {
      NetworkRecorder recorder = peer.webSocket("/");
      assertThat(recorder.next()).isEqualTo("101");
      assertThat(recorder.next()).isEqualTo("open");
      assertThat(recorder.next()).isEqualTo("text secret");
    }
  }

  @Test
  void anEncryptedConnectionServesOneRequestAfterTheOther() throws Exception {
    ClientTls tls = ClientTls.builder().trust(localhost.trustStore()).build();
    try (WireServer server = localhost.serve(SAYS_OK);
        NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port()).tls(tls)) {
      assertThat(peer.get("/").next()).isEqualTo("200 secret");
      assertThat(peer.get("/").next()).isEqualTo("200 secret");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedByName() {
    assertThat(refusal(localhost, ClientTls.defaults()).get(0))
        .contains("the certificate of CN=localhost (issued by CN=localhost, valid from ")
        .contains("unable to find valid certification path");
  }

  @Test
  void aCertificateForAnotherHostIsRefused() throws Exception {
    ClientTls tls = ClientTls.builder().trust(elsewhere.trustStore()).build();
    assertThat(refusal(elsewhere, tls).get(0))
        .contains("CN=other.example")
        .contains("No subject alternative DNS name matching localhost");
  }

  @Test
  void whoMustMayAcceptACertificateForAnotherHost() throws Exception {
    ClientTls tls = ClientTls.builder().trust(elsewhere.trustStore()).verifyHost(false).build();
    assertThat(answer(elsewhere, tls)).isEqualTo("200 secret");
  }

  @Test
  void anExpiredCertificateIsRefused() throws Exception {
    ClientTls tls = ClientTls.builder().trust(expired.trustStore()).build();
    assertThat(refusal(expired, tls).get(0)).contains("is not accepted: NotAfter:");
  }

  @Test
  void aPinnedKeyIsAcceptedAndAnotherRefusedWithItsPin() throws Exception {
    ClientTls.Builder trusting = ClientTls.builder().trust(localhost.trustStore());
    assertThat(answer(localhost, trusting.pin(localhost.pin()).build())).isEqualTo("200 secret");
    ClientTls other =
        ClientTls.builder().trust(localhost.trustStore()).pin(elsewhere.pin()).build();
    assertThat(refusal(localhost, other).get(0))
        .contains("none of its keys is pinned; its own is " + localhost.pin());
  }

  @Test
  void whoTrustsEverybodyStillAsksForPinnedKeys() throws Exception {
    assertThat(answer(expired, ClientTls.builder().insecureTrustEverybody().build()))
        .isEqualTo("200 secret");
    ClientTls pinned = ClientTls.builder().insecureTrustEverybody().pin(localhost.pin()).build();
    assertThat(answer(localhost, pinned)).isEqualTo("200 secret");
    assertThat(refusal(elsewhere, pinned).get(0)).contains("none of its keys is pinned");
  }

  @Test
  void aClientShowsItsCertificateToWhoAsks() throws Exception {
    ClientTls byFiles =
        ClientTls.builder()
            .trust(localhost.trustStore())
            .identity(localhost.certificatePem(), localhost.keyPem())
            .build();
    ClientTls byStore =
        ClientTls.builder()
            .trust(localhost.trustStore())
            .identity(localhost.keyStore(), localhost.password())
            .build();
    try (WireServer server = localhost.serveItself(SAYS_OK)) {
      for (ClientTls tls : List.of(byFiles, byStore)) {
        try (NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port()).tls(tls)) {
          assertThat(peer.get("/").next()).isEqualTo("200 secret");
        }
      }
    }
  }

  @Test
  void aClientWithoutACertificateIsTurnedAwayByWhoAsks() throws Exception {
    ClientTls tls = ClientTls.builder().trust(localhost.trustStore()).build();
    try (WireServer server = localhost.serveItself(SAYS_OK);
        NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port()).tls(tls)) {
      assertThat(peer.get("/").next()).isEqualTo("failure");
    }
  }

  @Test
  void aServerThatDoesNotEncryptIsRefused() {
    try (WireServer server = WireServer.start(peer -> peer.say("HTTP/1.1 400 Bad\r\n\r\n"));
        NetworkPeer peer =
            new NetworkPeer(NettyNetwork.create(), server.port()).tls(ClientTls.defaults())) {
      NetworkRecorder recorder = peer.get("/");
      assertThat(recorder.next()).isEqualTo("failure");
      assertThat(recorder.error()).isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void whatIsNoPinOrNoFileIsRefusedAtOnce() throws Exception {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientTls.builder().pin("sha256/AAAA"))
        .withMessageContaining("32 bytes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientTls.builder().trust(directory.resolve("missing.pem")))
        .withMessageContaining("missing.pem");
    Path certificate = localhost.certificatePem();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientTls.builder().identity(certificate, certificate))
        .withMessageContaining("PKCS #8");
  }
}
