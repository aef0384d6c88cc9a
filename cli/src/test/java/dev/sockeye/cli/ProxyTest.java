// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static dev.sockeye.cli.Shell.shell;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.testkit.WireServer;
import java.io.IOException;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each kind of proxy: one that follows a script first, and then leads to a server. */
class ProxyTest {
  private final Shell shell = shell();
  private final PlaygroundServer server = new PlaygroundServer();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    server.close();
  }

  /** Has a server answer that only the proxy can reach by this name. */
  private int emitThrough(String proxyUrl, WireServer.Script script) {
    int port = URI.create(server.url()).getPort();
    WireServer.Script whole =
        client -> {
          script.run(client);
          client.passOn(port);
        };
    try (WireServer proxy = WireServer.start(whole)) {
      String at = proxyUrl.formatted(proxy.port());
      return shell.run(
          "emit", "http://server.example:81", "echo", "1", "--ack", "-t=websocket", "-x", at);
    }
  }

  private void hear(WireServer.Peer client, int length) throws IOException {
    heard.add(new String(client.read(length), ISO_8859_1));
  }

  @Test
  void anHttpProxyIsAskedForATunnelWithTheLogin() {
    emitThrough(
        "http://ann:secret@localhost:%d",
        client -> {
          String head = client.head();
          heard.add(head.lines().findFirst().orElse(""));
          heard.add(WireServer.Peer.header(head, "Proxy-Authorization"));
          client.say("HTTP/1.1 200 OK\r\n\r\n");
        });
    assertThat(shell.out()).containsExactly("[1]");
    assertThat(heard)
        .containsExactly("CONNECT server.example:81 HTTP/1.1", "Basic YW5uOnNlY3JldA==");
  }

  @Test
  void aSocks5ProxyIsToldTheNameOfTheServer() {
    emitThrough(
        "socks5://localhost:%d",
        client -> {
          hear(client, 3);
          client.say("\5\0");
          hear(client, 21);
          client.say("\5\0\0\1\0\0\0\0\0\0");
        });
    assertThat(shell.out()).containsExactly("[1]");
    assertThat(heard).containsExactly("\5\1\0", "\5\1\0\3\16server.example\0Q");
  }

  @Test
  void aSocks5ProxyIsToldTheLogin() {
    emitThrough(
        "socks5://ann:secret@localhost:%d",
        client -> {
          client.read(4);
          client.say("\5\2");
          hear(client, 12);
          client.say("\1\0");
          client.read(21);
          client.say("\5\0\0\1\0\0\0\0\0\0");
        });
    assertThat(shell.out()).containsExactly("[1]");
    assertThat(heard).containsExactly("\1\3ann\6secret");
  }

  @Test
  void aSocks4ProxyIsToldTheNamesOfTheUserAndTheServer() {
    emitThrough(
        "socks4://ann@localhost:%d",
        client -> {
          hear(client, 27);
          client.say("\0\132\0\0\0\0\0\0");
        });
    assertThat(shell.out()).containsExactly("[1]");
    assertThat(heard).containsExactly("\4\1\0Q\0\0\0\1ann\0server.example\0");
  }

  @Test
  void aProxyThatRefusesIsAServerThatCanNotBeReached() {
    int exitCode =
        emitThrough(
            "socks5://localhost:%d",
            client -> {
              client.read(3);
              client.say("\5\0");
              client.read(21);
              client.say("\5\2\0\1\0\0\0\0\0\0");
            });
    assertThat(exitCode).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void aProxyOfAnotherKindIsAWrongUsage() {
    shell.run("emit", "http://localhost:1", "x", "--proxy", "pigeon://localhost:2");
    assertThat(shell.err())
        .containsExactly("sockeye: --proxy knows http, socks5 and socks4, not pigeon");
  }
}
