// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static dev.sockeye.cli.Shell.shell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.netty.Tls;
import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.server.SocketIoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of TLS and MessagePack, each with a server that wants it. */
class SecureConnectionTest {
  private final Shell shell = shell();

  /** Serves with a certificate of this machine, if there is one, and runs a test. */
  private static Listening serve(SocketIoServer io, Path certificate, Path key) {
    new Playground(io).open();
    NettyHost.Builder host =
        NettyHost.builder()
            .service(io.service())
            .address(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return certificate == null ? host.start() : host.tls(Tls.pem(certificate, key)).start();
  }

  private static void makeCertificate(Path folder) throws IOException, InterruptedException {
    Process openssl =
        new ProcessBuilder(
                ("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2"
                        + " -subj /CN=localhost -addext subjectAltName=DNS:localhost"
                        + " -keyout key.pem -out own.pem")
                    .split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(openssl.waitFor()).as("openssl's exit code").isZero();
  }

  @Test
  void anAuthorityOfOnesOwnIsTrustedAndAnUnknownOneIsNot(@TempDir Path folder) throws Exception {
    makeCertificate(folder);
    Path own = folder.resolve("own.pem");
    SocketIoServer io = SocketIoServer.builder().build();
    try (Listening server = serve(io, own, folder.resolve("key.pem"))) {
      String url = "https://localhost:" + server.port();
      assertThat(shell.run("emit", url, "echo", "1", "--ack")).isEqualTo(3);
      assertThat(shell.err().get(0)).contains("the certificate of CN=localhost");
      assertThat(shell.run("emit", url, "echo", "1", "--ack", "--ca", own.toString())).isZero();
      assertThat(shell.run("emit", url, "echo", "2", "--ack", "--insecure")).isZero();
      assertThat(shell.out()).containsExactly("[1]", "[2]");
    }
  }

  @Test
  void aCertificateNeedsItsKey() {
    shell.run("emit", "https://localhost:1", "x", "--cert", "own.pem");
    assertThat(shell.err()).containsExactly("sockeye: --cert and --key belong together");
  }

  @Test
  void aServerMayAskForACertificate(@TempDir Path folder) throws Exception {
    makeCertificate(folder);
    String own = folder.resolve("own.pem").toString();
    String key = folder.resolve("key.pem").toString();
    try (TypedShell server =
        TypedShell.begin(
            "serve",
            "--port=0",
            "--silent",
            "--tls-cert",
            own,
            "--tls-key",
            key,
            "--tls-client-ca",
            own)) {
      String url = server.nextLine().replaceFirst(".*(https://localhost:\\d+).*", "$1");
      assertThat(shell.run("emit", url, "whoami", "--ack", "--ca", own)).isEqualTo(3);
      assertThat(
              shell.run("emit", url, "whoami", "--ack", "--ca", own, "--cert", own, "--key", key))
          .isZero();
      assertThat(shell.out())
          .singleElement()
          .asString()
          .contains("\"certificates\":[\"CN=localhost\"]");
      server.stop();
    }
  }

  @Test
  void bothMaySpeakMessagePack() {
    SocketIoServer io = SocketIoServer.builder().parser(MessagePackParser.create()).build();
    try (Listening server = serve(io, null, null)) {
      shell.run(
          "emit", "http://localhost:" + server.port(), "echo", "hex:01", "--ack", "--msgpack");
      assertThat(shell.out()).containsExactly("[{\"$hex\":\"01\"}]");
    }
  }
}
