// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static dev.sockeye.cli.Shell.shell;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServeCommandTest {
  private final Shell shell = shell();

  /** Asked to end before it has begun, it ends as soon as it serves. */
  private int serve(String... more) {
    shell.console().stopped().complete(null);
    String[] args = new String[more.length + 3];
    System.arraycopy(new String[] {"serve", "--port", "0"}, 0, args, 0, 3);
    System.arraycopy(more, 0, args, 3, more.length);
    return shell.run(args);
  }

  @Test
  void itTellsWhereItListens() {
    serve();
    assertThat(shell.out())
        .first()
        .asString()
        .matches("listening on http://localhost:\\d+/socket.io");
  }

  @Test
  void itEndsWhenItIsTold() {
    assertThat(serve()).isZero();
  }

  @Test
  void allOptionsCanBeCombined() {
    int exitCode =
        serve(
            "--cookie=sid",
            "--cookie-on-websocket",
            "--session-binding",
            "--cors=https://app.example",
            "--credentials",
            "--allowed-origins=same,https://app.example",
            "--trust-proxies=10.0.0.0/8",
            "--proxy-protocol=10.0.0.0/8",
            "--ping-interval=5s",
            "--ping-timeout=2s",
            "--max-payload=1000",
            "--transports=websocket",
            "--no-upgrades",
            "--deflate",
            "--eio3",
            "--recovery",
            "--no-trailing-slash",
            "--no-http-compression",
            "--http-compression-threshold=0",
            "--upgrade-timeout=3s",
            "--connect-timeout=4s",
            "--close-timeout=1s",
            "--max-buffered-bytes=100000",
            "--max-packets-per-payload=16",
            "--max-connections-per-address=9",
            "--max-namespaces=2",
            "--max-rooms=3",
            "--max-events-per-second=100");
    assertThat(exitCode).isZero();
  }

  @Test
  void aLimitIsOfThoseThatTheServerAllows() {
    serve("--max-rooms", "0");
    assertThat(shell.err()).singleElement().asString().startsWith("sockeye: maxRoomsPerSocket");
  }

  @Test
  void aCertificateNeedsItsKey() {
    serve("--tls-cert", "chain.pem");
    assertThat(shell.err()).containsExactly("sockeye: --tls-cert and --tls-key belong together");
  }

  @Test
  void clientsAreAskedForCertificatesByAServerThatHasOne() {
    serve("--tls-client-ca", "issuers.pem");
    assertThat(shell.err())
        .containsExactly("sockeye: --tls-client-ca needs --tls-cert and --tls-key");
  }

  @Test
  void whoMayGoWithoutACertificateIsAskedForOne() {
    serve("--tls-client-optional");
    assertThat(shell.err()).containsExactly("sockeye: --tls-client-optional needs --tls-client-ca");
  }
}
