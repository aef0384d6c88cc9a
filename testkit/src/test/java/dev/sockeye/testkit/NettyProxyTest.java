// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.client.ClientProxy;
import dev.sockeye.engineio.client.NettyNetwork;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** What is said to proxies, literally. The scripted proxy plays the server behind it, too. */
class NettyProxyTest {
  private static final String HOST = "behind.invalid";

  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  private String hear(WireServer.Peer client, int length) throws IOException {
    String heard = HexFormat.ofDelimiter(" ").formatHex(client.read(length));
    said.add(heard);
    return heard;
  }

  private String throughProxy(ClientProxy.Kind kind, WireServer.Script proxy) {
    return throughProxy(kind, null, proxy);
  }

  private String throughProxy(ClientProxy.Kind kind, String user, WireServer.Script proxy) {
    try (WireServer server = WireServer.start(proxy)) {
      ClientProxy at = new ClientProxy(kind, "localhost", server.port(), user, user);
      try (NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), 8080).host(HOST).proxy(at)) {
        NetworkRecorder recorder = peer.get("/");
        String line = recorder.next();
        return recorder.error() == null ? line : String.valueOf(recorder.error().getMessage());
      }
    }
  }

  private static void serve(WireServer.Peer client) throws IOException {
    client.ok(WireServer.Peer.header(client.head(), "Host"));
  }

  @Test
  void anHttpProxyIsAskedForATunnel() throws Exception {
    String answer =
        throughProxy(
            ClientProxy.Kind.HTTP,
            client -> {
              said.add(client.head());
              client.say("HTTP/1.1 200 Connection established\r\n\r\n");
              serve(client);
            });
    assertThat(answer).isEqualTo("200 behind.invalid:8080");
    assertThat(said.take()).startsWith("CONNECT behind.invalid:8080 HTTP/1.1\r\n");
  }

  @Test
  void anHttpProxyIsLoggedInTo() throws Exception {
    throughProxy(
        ClientProxy.Kind.HTTP,
        "me",
        client -> {
          said.add(client.head());
          client.say("HTTP/1.1 200 OK\r\n\r\n");
          serve(client);
        });
    assertThat(WireServer.Peer.header(said.take(), "Proxy-Authorization"))
        .isEqualTo("Basic bWU6bWU=");
  }

  @Test
  void aRefusalOfAnHttpProxyIsTold() {
    String error =
        throughProxy(
            ClientProxy.Kind.HTTP,
            client -> {
              client.head();
              client.say("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
            });
    assertThat(error).contains("407");
  }

  @Test
  void aSocks5ProxyGetsTheNameOfTheHost() throws Exception {
    String answer =
        throughProxy(
            ClientProxy.Kind.SOCKS5,
            client -> {
              hear(client, 3);
              client.say(hex("05 00"));
              client.read(5);
              said.add(new String(client.read(HOST.length()), ISO_8859_1));
              hear(client, 2);
              client.say(hex("05 00 00 01 00000000 0000"));
              serve(client);
            });
    assertThat(answer).isEqualTo("200 behind.invalid:8080");
    assertThat(said.take()).isEqualTo("05 01 00");
    assertThat(said.take()).isEqualTo(HOST);
    assertThat(said.take()).isEqualTo("1f 90");
  }

  @Test
  void aSocks5ProxyIsLoggedInTo() throws Exception {
    String answer =
        throughProxy(
            ClientProxy.Kind.SOCKS5,
            "me",
            client -> {
              hear(client, 4);
              client.say(hex("05 02"));
              hear(client, 7);
              client.say(hex("01 00"));
              client.read(5 + HOST.length() + 2);
              client.say(hex("05 00 00 01 00000000 0000"));
              serve(client);
            });
    assertThat(answer).isEqualTo("200 behind.invalid:8080");
    assertThat(said.take()).isEqualTo("05 02 00 02");
    assertThat(said.take()).isEqualTo("01 02 6d 65 02 6d 65");
  }

  @Test
  void aSocks4ProxyGetsTheNameOfTheHost() throws Exception {
    String answer =
        throughProxy(
            ClientProxy.Kind.SOCKS4,
            "me",
            client -> {
              hear(client, 8);
              hear(client, 3);
              said.add(new String(client.read(HOST.length()), ISO_8859_1));
              client.read(1);
              client.say(hex("00 5a 0000 00000000"));
              serve(client);
            });
    assertThat(answer).isEqualTo("200 behind.invalid:8080");
    assertThat(said.take()).isEqualTo("04 01 1f 90 00 00 00 01");
    assertThat(said.take()).isEqualTo("6d 65 00");
    assertThat(said.take()).isEqualTo(HOST);
  }

  @Test
  void aProxyThatHangsUpIsAFailure() {
    assertThat(throughProxy(ClientProxy.Kind.SOCKS5, client -> client.read(3)))
        .isNotEqualTo("failure")
        .doesNotStartWith("200");
  }
}
