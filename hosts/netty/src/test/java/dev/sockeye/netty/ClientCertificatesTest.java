// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.client.ClientTls;
import dev.sockeye.engineio.client.NettyNetwork;
import dev.sockeye.engineio.server.CloseReason;
import dev.sockeye.engineio.server.Decision;
import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.SessionListener;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.NetworkPeer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** A server that asks our client for its certificate, which OpenSSL has made. */
class ClientCertificatesTest {
  private static final HttpHandler WHO =
      exchange -> {
        String names = names(exchange.clientCertificates());
        exchange.respond(HttpResponse.of(200, Headers.create(), names.getBytes(UTF_8)));
      };

  @TempDir private static Path folder;
  private static TestAuthority ours;
  private static TestAuthority theirs;

  @BeforeAll
  static void makeCertificates() {
    ours =
        TestAuthority.in(folder.resolve("ours"))
            .issue("localhost")
            .issue("ann")
            .makeOwn("bob", 2)
            .makeOwn("late", -1);
    theirs = TestAuthority.in(folder.resolve("theirs")).issue("ann");
  }

  private record Silent() implements SessionListener {
    @Override
    public void onMessage(RawData message) {}

    @Override
    public void onClose(CloseReason reason, @Nullable Throwable cause) {}
  }

  private static String names(List<X509Certificate> certificates) {
    return certificates.stream()
        .map(each -> each.getSubjectX500Principal().getName())
        .collect(joining(" "));
  }

  private static Listening serve(Tls tls) {
    return NettyHost.builder().tls(tls).handler(WHO).start();
  }

  /** Asks for certificates that our authority has issued. */
  private static Listening serve(ClientCertificates clients) {
    return serve(tls(clients, ours.certificate("authority")));
  }

  private static Tls tls(ClientCertificates clients, Path issuers) {
    return Tls.pem(ours.certificate("localhost"), ours.key("localhost"), clients, issuers);
  }

  /** A client without a certificate. */
  private static ClientTls.Builder nobody() {
    return ClientTls.builder().trust(ours.certificate("authority"));
  }

  private static ClientTls.Builder client(TestAuthority issuer, String name) {
    return nobody().identity(issuer.certificate(name), issuer.key(name));
  }

  private static NetworkPeer peer(Listening server, ClientTls.Builder tls) {
    return new NetworkPeer(NettyNetwork.create(), server.port()).tls(tls.build());
  }

  private static String answer(Listening server, ClientTls.Builder tls) {
    try (NetworkPeer peer = peer(server, tls)) {
      return peer.get("/").next();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClientIsKnownByTheCertificateThatItsIssuerVouchesFor(ClientCertificates clients) {
    try (Listening server = serve(clients)) {
      assertThat(answer(server, client(ours, "ann"))).isEqualTo("200 CN=ann");
    }
  }

  @Test
  void whoMustShowACertificateIsTurnedAwayWithoutOne() {
    try (Listening server = serve(ClientCertificates.REQUIRED)) {
      assertThat(answer(server, nobody())).isEqualTo("failure");
    }
  }

  @Test
  void whoMayShowACertificateGoesOnWithoutOne() {
    try (Listening server = serve(ClientCertificates.WANTED)) {
      assertThat(answer(server, nobody())).isEqualTo("200");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCertificateOfAnotherIssuerIsNotAccepted(ClientCertificates clients) {
    try (Listening server = serve(clients)) {
      assertThat(answer(server, client(theirs, "ann"))).isEqualTo("failure");
    }
  }

  @Test
  void aClientThatIsTurnedAwayCostsItsOwnConnectionOnly() {
    try (Listening server = serve(ClientCertificates.REQUIRED);
        NetworkPeer ann = peer(server, client(ours, "ann"))) {
      assertThat(ann.get("/").next()).isEqualTo("200 CN=ann");
      assertThat(answer(server, nobody())).isEqualTo("failure");
      assertThat(ann.get("/").next()).isEqualTo("200 CN=ann");
    }
  }

  @Test
  void aSessionOfTlsThatIsResumedKeepsItsCertificate() {
    try (Listening server = serve(ClientCertificates.REQUIRED);
        NetworkPeer ann = peer(server, client(ours, "ann"))) {
      ann.get("/").next();
      ann.closeIdle();
      assertThat(ann.get("/").next()).isEqualTo("200 CN=ann");
    }
  }

  @Test
  void theEngineTellsAllWhoDecideOnARequestAndKeepsItWithTheSession() {
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    EngineServer engine =
        EngineServer.create(
            EngineOptions.builder()
                .cookie(SessionCookie.defaults())
                .drainTimeout(Duration.ofMillis(1))
                .allowRequestSync(
                    request -> {
                      seen.add("request of " + names(request.clientCertificates()));
                      return Decision.allow();
                    })
                .build());
    engine.onConnection(
        session -> {
          seen.add("session of " + names(session.request().clientCertificates()));
          return new Silent();
        });
    Tls tls = tls(ClientCertificates.REQUIRED, ours.certificate("authority"));
    try (Listening server = NettyHost.builder().tls(tls).service(engine).start();
        NetworkPeer ann = peer(server, client(ours, "ann"))) {
      assertThat(ann.get("/engine.io/?EIO=4&transport=polling").next()).startsWith("200 0{");
      assertThat(ann.webSocket("/engine.io/?EIO=4&transport=websocket").next()).isEqualTo("101");
    }
    assertThat(seen)
        .containsExactly(
            "request of CN=ann", "session of CN=ann", "request of CN=ann", "session of CN=ann");
  }

  @Test
  void anOlderTlsWorksAlike() {
    try (Listening server = serve(ClientCertificates.REQUIRED)) {
      ClientTls.Builder older =
          client(ours, "ann").parameters(all -> all.setProtocols(new String[] {"TLSv1.2"}));
      assertThat(answer(server, older)).isEqualTo("200 CN=ann");
    }
  }

  @Test
  void anIssuerMayBeTheClientItself() {
    Tls tls = tls(ClientCertificates.REQUIRED, ours.certificate("bob"));
    try (Listening server = serve(tls)) {
      assertThat(answer(server, client(ours, "bob"))).isEqualTo("200 CN=bob");
    }
  }

  @Test
  void aCertificateWhoseTimeIsOverIsNotAcceptedEvenIfItIsTrusted() {
    Tls tls = tls(ClientCertificates.REQUIRED, ours.certificate("late"));
    try (Listening server = serve(tls)) {
      assertThat(answer(server, client(ours, "late"))).isEqualTo("failure");
    }
  }

  @Test
  void whoIsNotAskedShowsNothing() {
    Tls tls = Tls.pem(ours.certificate("localhost"), ours.key("localhost"));
    try (Listening server = serve(tls)) {
      assertThat(answer(server, client(ours, "ann"))).isEqualTo("200");
    }
  }

  @Test
  void theLogSaysAtDebugLevelWhoWasTurnedAwayAndWhy() {
    Logger log = (Logger) LoggerFactory.getLogger(HttpConnection.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    log.setLevel(Level.DEBUG);
    try (Listening server = serve(ClientCertificates.REQUIRED)) {
      answer(server, client(theirs, "ann"));
    } finally {
      // The server has closed, so all has been said.
      log.setLevel(null);
      log.detachAppender(lines);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(
            line ->
                line.contains("the client's certificate of CN=ann (issued by CN=authority)")
                    && line.contains("is not accepted: "));
  }

  @Test
  void issuersThatAreMissingOrNoneAreNamed() throws Exception {
    Path missing = folder.resolve("missing.pem");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tls(ClientCertificates.WANTED, missing))
        .withMessageContaining("missing.pem");
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tls(ClientCertificates.WANTED, empty))
        .withMessageContaining("empty.pem");
  }
}
