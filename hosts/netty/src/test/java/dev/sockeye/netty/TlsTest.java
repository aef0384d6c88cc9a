// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.client.ClientTls;
import dev.sockeye.engineio.client.NettyNetwork;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.EchoHandler;
import dev.sockeye.testkit.NetworkPeer;
import dev.sockeye.testkit.WireClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final char[] PASSWORD = "sockeye".toCharArray();
  private static final HttpHandler IS_SECURE =
      exchange ->
          exchange.respond(
              HttpResponse.of(
                  200, Headers.create(), String.valueOf(exchange.isSecure()).getBytes(UTF_8)));

  @TempDir private static Path directory;
  private static KeyStore keys;

  @BeforeAll
  static void makeACertificate() throws Exception {
    Path store = directory.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -alias test -keyalg EC -dname CN=localhost -storetype PKCS12"
            + " -storepass sockeye -validity 2 -keystore";
    List<String> command = new ArrayList<>(List.of(keytool));
    command.addAll(List.of(options.split(" ")));
    command.add(store.toString());
    Process made = new ProcessBuilder(command).start();
    assertThat(made.waitFor()).isZero();
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
  }

  private static SSLContext sslContext() throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  private static Path pem(String name, String type, byte[] der) throws IOException {
    String text =
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(type, Base64.getMimeEncoder().encodeToString(der), type);
    return Files.writeString(directory.resolve(name), text);
  }

  private static WireClient connect(Listening server) throws Exception {
    return WireClient.connect(server.address(), sslContext().getSocketFactory());
  }

  @Test
  void pemFilesMakeAServerSecure() throws Exception {
    Key key = keys.getKey("test", PASSWORD);
    Tls tls =
        Tls.pem(
            pem("chain.pem", "CERTIFICATE", keys.getCertificate("test").getEncoded()),
            pem("key.pem", "PRIVATE KEY", key.getEncoded()));
    try (Listening server = NettyHost.builder().tls(tls).handler(IS_SECURE).start();
        WireClient client = connect(server)) {
      assertThat(client.get("/").response().text()).isEqualTo("true");
      assertThat(client.get("/").response().text()).isEqualTo("true");
    }
  }

  @Test
  void anSslContextMakesAWebSocketSecure() throws Exception {
    Tls tls = Tls.of(sslContext());
    try (Listening server =
            NettyHost.builder().tls(tls).handler(new EchoHandler(1_000_000)).start();
        WireClient client = connect(server)) {
      client.upgrade("/");
      assertThat(client.sendText("x".repeat(100_000)).frame().text()).hasSize(100_000);
      assertThat(client.sendClose(1000).frame().closeCode()).isEqualTo(1000);
    }
  }

  @Test
  void anSslContextDecidesOnClientsWhereTheyAreAskedForCertificates() throws Exception {
    Tls tls = Tls.of(sslContext(), ClientCertificates.REQUIRED);
    ClientTls nobody = ClientTls.builder().insecureTrustEverybody().build();
    try (Listening server = NettyHost.builder().tls(tls).handler(IS_SECURE).start();
        NetworkPeer stranger = new NetworkPeer(NettyNetwork.create(), server.port()).tls(nobody);
        WireClient client = connect(server)) {
      assertThat(stranger.get("/").next()).isEqualTo("failure");
      assertThat(client.get("/").response().text()).isEqualTo("true");
    }
  }

  @Test
  void aBrokenFrameIsAnsweredOverTlsToo() throws Exception {
    Tls tls = Tls.of(sslContext());
    try (Listening server = NettyHost.builder().tls(tls).handler(new EchoHandler(10)).start();
        WireClient client = connect(server)) {
      client.upgrade("/");
      assertThat(client.sendText("far too long").frame().closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void aSecureConnectionMayMoveToAnotherEventLoop() throws Exception {
    HttpHandler allOnOneLoop = new EchoHandler(1000).onTheLoopOfTheFirst();
    try (Listening server =
        NettyHost.builder().tls(Tls.of(sslContext())).eventLoops(2).handler(allOnOneLoop).start()) {
      for (int i = 0; i < 4; i++) {
        try (WireClient client = connect(server)) {
          client.send(WireClient.handshake("/", "")).sendText("early");
          assertThat(client.response().status()).isEqualTo(101);
          assertThat(client.frame().text()).isEqualTo("early");
          assertThat(client.sendText("late").frame().text()).isEqualTo("late");
        }
      }
    }
  }

  @Test
  void plainTextOnASecurePortEndsThatConnectionOnly() throws Exception {
    Tls tls = Tls.of(sslContext());
    try (Listening server = NettyHost.builder().tls(tls).handler(IS_SECURE).start()) {
      try (WireClient plain = WireClient.connect(server.address())) {
        plain.get("/").untilClosed();
      }
      try (WireClient client = connect(server)) {
        assertThat(client.get("/").response().text()).isEqualTo("true");
      }
    }
  }

  @Test
  void theHeaderOfAProxyComesBeforeTls() throws Exception {
    HttpHandler who =
        exchange -> {
          String text = exchange.remoteAddress() + " " + exchange.isSecure();
          exchange.respond(HttpResponse.of(200, Headers.create(), text.getBytes(UTF_8)));
        };
    try (Listening server =
            NettyHost.builder()
                .tls(Tls.of(sslContext()))
                .proxyProtocol("127.0.0.1", "::1")
                .handler(who)
                .start();
        Socket proxy = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      proxy.setSoTimeout(20_000);
      proxy.getOutputStream().write("PROXY TCP4 192.0.2.7 10.0.0.1 5 443\r\n".getBytes(UTF_8));
      Socket secure =
          sslContext().getSocketFactory().createSocket(proxy, "localhost", server.port(), true);
      String request = "GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n";
      secure.getOutputStream().write(request.getBytes(UTF_8));
      assertThat(new String(secure.getInputStream().readAllBytes(), UTF_8))
          .endsWith("/192.0.2.7:5 true");
    }
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = directory.resolve("missing.pem");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tls.pem(missing, missing))
        .withMessageContaining("missing.pem");
  }
}
