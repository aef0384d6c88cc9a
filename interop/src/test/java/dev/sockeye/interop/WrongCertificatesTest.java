// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.ClientTls;
import dev.sockeye.engineio.client.EngineException;
import dev.sockeye.socketio.client.ConnectException;
import dev.sockeye.socketio.client.SocketIoClient;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Our client and Node.js's TLS, with OpenSSL's certificates: whom it trusts, and how it says no.
 */
class WrongCertificatesTest {
  @RegisterExtension static final Leftovers LEFTOVERS = new Leftovers();

  @TempDir private static Path folder;
  private static Certificates ours;
  private static Certificates theirs;

  @BeforeAll
  static void makeCertificates() {
    ours =
        Certificates.in(folder.resolve("ours"))
            .issue("good", "localhost")
            .issue("elsewhere", "other.example")
            .issueExpired("expired", "localhost");
    theirs = Certificates.in(folder.resolve("theirs")).issue("good", "localhost");
  }

  private static ClientTls.Builder trusting() {
    return ClientTls.builder().trust(ours.authority());
  }

  private static ServerProcess serve(Certificates authority, String name) {
    return ServerProcess.nodeWithTls(authority.certificate(name), authority.key(name));
  }

  @ParameterizedTest
  @EnumSource(names = {"POLLING", "WEBSOCKET"})
  void aServerOfATrustedAuthorityIsTalkedTo(Transport transport) {
    try (ServerProcess server = serve(ours, "good");
        SockeyePeer peer =
            SockeyePeer.open(
                server.url(),
                transport.wireName(),
                client -> client.tls(trusting().pin(ours.pin("good")).build()),
                Map.of())) {
      peer.next("auth");
      assertThat(peer.ask("echo-ack", "secret")).containsExactly("secret");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POLLING", "WEBSOCKET"})
  void anExpiredCertificateIsAConnectError(Transport transport) {
    assertThat(refusal(ours, "expired", trusting().build(), transport))
        .contains("the certificate of CN=localhost (issued by CN=authority")
        .contains("is not accepted: NotAfter: Sat Feb 01");
  }

  @ParameterizedTest
  @EnumSource(names = {"POLLING", "WEBSOCKET"})
  void aCertificateOfAnotherHostIsAConnectError(Transport transport) {
    assertThat(refusal(ours, "elsewhere", trusting().build(), transport))
        .contains("the certificate of CN=other.example")
        .contains("No subject alternative DNS name matching localhost");
  }

  @ParameterizedTest
  @EnumSource(names = {"POLLING", "WEBSOCKET"})
  void aCertificateOfAnUnknownAuthorityIsAConnectError(Transport transport) {
    assertThat(refusal(theirs, "good", trusting().build(), transport))
        .contains("the certificate of CN=localhost")
        .contains("is not accepted: Path does not chain with any of the trust anchors");
  }

  @ParameterizedTest
  @EnumSource(names = {"POLLING", "WEBSOCKET"})
  void aKeyThatIsNotPinnedIsAConnectErrorThatNamesItsPin(Transport transport) {
    ClientTls pinned = trusting().pin(ours.pin("elsewhere")).build();
    assertThat(refusal(ours, "good", pinned, transport))
        .contains("none of its keys is pinned; its own is " + ours.pin("good"));
  }

  /** What the connect error says, which is one of TLS, in the transport's opening. */
  private static String refusal(
      Certificates authority, String name, ClientTls tls, Transport transport) {
    CompletableFuture<ConnectException> refused = new CompletableFuture<>();
    try (ServerProcess server = serve(authority, name);
        SocketIoClient client =
            SocketIoClient.builder(server.url())
                .tls(tls)
                .transports(transport)
                .reconnection(false)
                .autoConnect(false)
                .build()) {
      client.socket().onConnectError(refused::complete);
      client.socket().connect();
      ConnectException error = refused.orTimeout(20, TimeUnit.SECONDS).join();
      assertThat(error.kind()).isEqualTo(ConnectException.Kind.TRANSPORT);
      EngineException engine = error.engine().orElseThrow();
      assertThat(engine.phase()).isEqualTo(EngineException.Phase.OPENING);
      assertThat(engine.transport()).isEqualTo(transport);
      assertThat(engine.getCause()).isInstanceOf(SSLHandshakeException.class);
      return error.getMessage();
    }
  }
}
