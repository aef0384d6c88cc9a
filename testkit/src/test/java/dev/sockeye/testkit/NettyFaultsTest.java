// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.client.ClientTls;
import dev.sockeye.engineio.client.NettyNetwork;
import dev.sockeye.engineio.client.spi.BadResponseException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do what no server should: each ends in one callback, and is hung up on. */
class NettyFaultsTest {
  private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

  /** Answers each request with a text for ever, until the client hangs up. */
  private WireServer.Script endlessly(String begin, String repeated) {
    return server -> {
      server.head();
      try {
        server.say(begin);
        while (true) {
          server.say(repeated);
        }
      } catch (IOException e) {
        ends.add("hung up");
      }
    };
  }

  private static @Nullable Throwable failure(NetworkRecorder recorder) {
    assertThat(recorder.next()).isEqualTo("failure");
    return recorder.error();
  }

  private void hangsUpOn(WireServer.Script script) throws InterruptedException {
    try (WireServer server = WireServer.start(script);
        NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port())) {
      NetworkRecorder recorder = peer.get("/");
      assertThat(failure(recorder)).isInstanceOf(BadResponseException.class);
      assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("hung up");
      NetworkRecorder webSocket = peer.webSocket("/");
      assertThat(webSocket.next()).matches("close 1006|\\d+ .*");
      assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("hung up");
      assertThat(recorder.isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage ", "\0\0\0\0\0\0\0\0", "\r\n\r\n\r\n\r\n", "\n", "HTTP/1.1 "})
  void anEndlessStreamOfGarbageIsCutOff(String garbage) throws InterruptedException {
    hangsUpOn(endlessly("", garbage.repeat(100)));
  }

  @Test
  void anEndlessStatusLineIsCutOff() throws InterruptedException {
    hangsUpOn(endlessly("HTTP/1.1 200 ", "so very OK ".repeat(100)));
  }

  @Test
  void endlessHeadersAreCutOff() throws InterruptedException {
    hangsUpOn(endlessly("HTTP/1.1 200 OK\r\n", "X-Bomb: tick\r\n".repeat(100)));
  }

  @Test
  void anEndlessHeaderIsCutOff() throws InterruptedException {
    hangsUpOn(endlessly("HTTP/1.1 200 OK\r\nX-Bomb: ", "tick ".repeat(100)));
  }

  @Test
  void endlessInterimResponsesAreCutOff() throws InterruptedException {
    hangsUpOn(endlessly("", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(100)));
  }

  @Test
  void endlessChunksAreCutOff() throws InterruptedException {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    hangsUpOn(endlessly(head, "5\r\nhello\r\n".repeat(100)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyz\r\n", "-1\r\n", "fffffffffffffffff\r\n", "5\r\nhelloX"})
  void aChunkThatIsNoneIsABadResponse(String chunk) {
    try (WireServer server =
            WireServer.start(
                peer -> {
                  peer.head();
                  peer.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk);
                  peer.say("\r\n\r\n").awaitEnd();
                });
        NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port())) {
      assertThat(failure(peer.get("/"))).isInstanceOf(BadResponseException.class);
    }
  }

  @Test
  void aResetIsAFailureOfTheNetwork() {
    try (WireServer server =
            WireServer.start(
                peer -> {
                  peer.head();
                  peer.reset();
                });
        NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port())) {
      assertThat(failure(peer.get("/"))).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aServerThatSaysNothingIsGivenUpByTheCallerOnly() throws InterruptedException {
    try (WireServer server =
            WireServer.start(
                peer -> {
                  peer.head();
                  ends.add("request");
                  peer.awaitEnd();
                  ends.add("hung up");
                });
        NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port())) {
      NetworkRecorder silent = peer.get("/");
      assertThat(ends.take()).isEqualTo("request");
      silent.cancel();
      assertThat(ends.take()).isEqualTo("hung up");
      assertThat(silent.isEmpty()).isTrue();
    }
  }

  @Test
  void whatComesUnaskedIsNotTakenForTheNextAnswer() throws InterruptedException {
    try (WireServer server =
            WireServer.start(
                peer -> {
                  peer.head();
                  peer.ok("asked").ok("unasked").awaitEnd();
                  ends.add("hung up");
                });
        NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port())) {
      assertThat(peer.get("/").next()).isEqualTo("200 asked");
      assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("hung up");
    }
  }

  @Test
  void aConnectionThatWaitedLongEnoughIsClosed() throws InterruptedException {
    NettyNetwork impatient = NettyNetwork.builder().keepAlive(Duration.ofMillis(1)).build();
    try (WireServer server =
            WireServer.start(
                peer -> {
                  peer.head();
                  peer.ok("").awaitEnd();
                  ends.add("hung up");
                });
        NetworkPeer peer = new NetworkPeer(impatient, server.port())) {
      assertThat(peer.get("/").next()).isEqualTo("200");
      assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("hung up");
    }
  }

  @Test
  void connectionsThatWaitAreClosedWhenTheyMayBeDead() throws InterruptedException {
    NettyNetwork keeping = NettyNetwork.builder().keepAlive(Duration.ofHours(1)).build();
    try (WireServer server =
            WireServer.start(
                peer -> {
                  peer.head();
                  peer.ok("").awaitEnd();
                  ends.add("hung up");
                });
        NetworkPeer peer = new NetworkPeer(keeping, server.port())) {
      assertThat(peer.get("/").next()).isEqualTo("200");
      peer.closeIdle();
      assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("hung up");
    }
  }

  @Test
  void tlsThatNobodyAnswersEndsWithTheTimeToConnect() {
    try (WireServer server = WireServer.start(WireServer.Peer::awaitEnd);
        NetworkPeer peer =
            new NetworkPeer(NettyNetwork.create(), server.port())
                .tls(ClientTls.defaults())
                .connectTimeout(Duration.ofMillis(50))) {
      assertThat(failure(peer.get("/")))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessageContaining("connectTimeout");
    }
  }

  @Test
  void whoeverWaitsIsToldWhenTheNetworkIsClosed() throws InterruptedException {
    try (WireServer server =
        WireServer.start(
            peer -> {
              String head = peer.head();
              if (head.contains("websocket")) {
                peer.accept(head, "");
              }
              ends.add("request");
              peer.awaitEnd();
            })) {
      NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port());
      NetworkRecorder webSocket = peer.webSocket("/");
      assertThat(webSocket.next()).isEqualTo("101");
      assertThat(webSocket.next()).isEqualTo("open");
      NetworkRecorder poll = peer.get("/");
      assertThat(ends.take() + ends.take()).isEqualTo("requestrequest");
      peer.close();
      assertThat(poll.next()).isEqualTo("failure");
      assertThat(webSocket.next()).isEqualTo("close 1006");
    }
  }

  @Test
  void noThreadIsLeftOfAClosedNetwork() {
    try (WireServer server =
            WireServer.start(
                peer -> {
                  peer.head();
                  peer.ok("");
                });
        NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port())) {
      Thread[] loop = new Thread[1];
      peer.onThread(() -> loop[0] = Thread.currentThread());
      assertThat(loop[0].isDaemon()).isTrue();
      assertThat(peer.get("/").next()).isEqualTo("200");
      peer.close();
      assertThat(ended(loop[0])).isTrue();
    }
  }

  private static boolean ended(Thread thread) {
    try {
      thread.join(20_000);
      return !thread.isAlive();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
