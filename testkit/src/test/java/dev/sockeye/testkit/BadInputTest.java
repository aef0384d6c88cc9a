// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a peer sends costs that peer, and nobody else: a bystander's echo works after each. */
class BadInputTest {
  private final TestEngine server = TestEngine.with(options -> options.allowEio3(true)).echo();
  private final PeerSocket bystander = server.peer().openWebSocket();

  @BeforeEach
  void theBystanderIsServed() {
    assertThat(bystander.send("4before").received()).containsExactly("4before");
  }

  @AfterEach
  void theBystanderIsStillServed() {
    assertThat(bystander.send("4after").received()).containsExactly("4after");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u001e",
        "4a\u001e",
        "\u001e4a",
        "b",
        "b!",
        "b====",
        "99999999999999999999",
        "-1",
        "4a\u001e7",
        "\0",
        "4\0\u001e\0",
        "{}",
        "__proto__"
      })
  void aMalformedPayloadIsAnsweredAndAtMostClosesItsSession(String payload) {
    RawPeer peer = server.peer().open();
    assertThat(peer.post(payload).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "1",
        "999999999999999999999:4",
        "-1:4",
        "2147483647:4a",
        "5:4a",
        "1:4a",
        "1e3:4",
        "١:4"
      })
  void aMalformedPayloadOfRevisionThreeClosesItsSession(String payload) {
    RawPeer peer = server.peer().eio3().open();
    assertThat(peer.post(payload).status()).isEqualTo(200);
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\0", "\0\u00ff", "\1\u00ff", "\0\u0009\u00ff4", "\2\1\u00ff4", "\0\1\1\1\1\1\1"})
  void aMalformedBinaryPayloadClosesItsSession(String payload) {
    RawPeer peer = server.peer().eio3().header("Content-Type", "application/octet-stream").open();
    assertThat(peer.post(payload.getBytes(ISO_8859_1)).status()).isEqualTo(200);
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  void halfASurrogateIsNoReasonToFail() {
    RawPeer peer = server.peer().open();
    peer.post(new byte[] {'4', (byte) 0xed, (byte) 0xa0, (byte) 0x80});
    assertThat(peer.get().body()).startsWith("4\ufffd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EIO=4&transport=polling&sid=%00",
        "EIO=4&transport=polling&sid=%",
        "EIO=4&transport=polling&sid=%zz",
        "EIO=4&transport=polling&sid=../../etc/passwd",
        "EIO=4&transport=polling&sid=x&sid=y",
        "EIO=4&transport=%70olling%00",
        "&&&===",
        "transport[]=polling"
      })
  void anOddQueryIsRefused(String query) {
    assertThat(server.peer().get(query).status()).isEqualTo(400);
  }

  @Test
  void aSidOfSomebodyElseOpensNoSecondWebSocket() {
    PeerSocket thief = server.peer().webSocket(server.session().id());
    assertThat(thief.send("2probe", "5", "4stolen").isClosed()).isTrue();
    assertThat(thief.received()).isEmpty();
  }

  @Test
  void aFloodOfSmallPacketsIsTakenInOrderOrRefused() {
    RawPeer peer = server.peer().open();
    LocalExchange post = peer.post("4\u001e".repeat(300_000).getBytes(UTF_8));
    assertThat(post.body()).isEqualTo("ok");
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  void aFloodOfPongsHarmsNobody() {
    PeerSocket flooder = server.peer().openWebSocket();
    for (int i = 0; i < 10_000; i++) {
      flooder.local().send("3");
    }
    server.host.runPending();
    assertThat(flooder.isClosed()).isFalse();
    assertThat(server.host.pendingTimers()).isEqualTo(1);
  }

  @Test
  void aPeerThatPingsButNeverReadsIsBounded() {
    TestEngine small = TestEngine.with(options -> options.allowEio3(true).maxBufferedBytes(1_000));
    PeerSocket flooder = small.peer().eio3().openWebSocket();
    flooder.setWritable(false);
    for (int i = 0; i < 2_000; i++) {
      flooder.local().send("2");
    }
    small.host.runPending();
    assertThat(small.recorder.lastEvent()).isEqualTo("close buffer overflow");
  }

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomBytesAreAnsweredOrEndTheirSession(int seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[random.nextInt(64)];
    random.nextBytes(bytes);
    RawPeer polling = server.peer().eio3().open();
    assertThat(polling.post(bytes).status()).isEqualTo(200);
    server.peer().openWebSocket().sendBinary(bytes);
    server.peer().eio3().openWebSocket().sendBinary(bytes);
    server.peer().openWebSocket().send(new String(bytes, ISO_8859_1));
  }
}
