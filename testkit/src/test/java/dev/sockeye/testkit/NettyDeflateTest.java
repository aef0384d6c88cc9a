// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.NettyNetwork;
import dev.sockeye.engineio.client.spi.WebSocketTerms;
import dev.sockeye.engineio.spi.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** permessage-deflate between the client and a server that follows a script. */
class NettyDeflateTest {
  private static final WebSocketTerms TERMS = new WebSocketTerms(NetworkPeer.MAX_BYTES, true, 100);
  private static final String AGREED =
      "Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover\r\n";

  private final BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();

  private void talk(String agreed, WireServer.Script script, Consumer<NetworkRecorder> test) {
    try (WireServer server =
            WireServer.start(
                peer -> {
                  peer.accept(peer.head(), agreed);
                  script.run(peer);
                });
        NetworkPeer peer = new NetworkPeer(NettyNetwork.create(), server.port())) {
      NetworkRecorder network = peer.webSocket("/", TERMS, List.of(), opened -> {});
      assertThat(network.next()).isEqualTo("101");
      assertThat(network.next()).isEqualTo("open");
      test.accept(network);
    }
  }

  /** What arrives of one message, first byte and payload. */
  private byte[] sent(String agreed, String text, boolean compress) {
    talk(
        agreed,
        server -> {
          frames.add(server.frame());
          server.awaitEnd();
        },
        network -> {
          Frame frame = new Frame('4', RawData.text(text), compress, false);
          network.onThread(
              opened -> {
                opened.send(frame);
                opened.flush();
              });
          frames.add(take());
        });
    return take();
  }

  private byte[] take() {
    try {
      byte[] frame = frames.poll(20, TimeUnit.SECONDS);
      assertThat(frame).isNotNull();
      return frame;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String inflated(byte[] frame) throws Exception {
    Inflater inflater = new Inflater(true);
    try {
      byte[] message = new byte[10_000];
      inflater.setInput(frame, 1, frame.length - 1);
      return new String(message, 0, inflater.inflate(message), UTF_8);
    } finally {
      inflater.end();
    }
  }

  @Test
  void aLongMessageIsCompressed() throws Exception {
    byte[] frame = sent(AGREED, "x".repeat(500), true);
    assertThat(frame[0]).isEqualTo((byte) 0xc1);
    assertThat(frame.length).isLessThan(100);
    assertThat(inflated(frame)).isEqualTo("4" + "x".repeat(500));
  }

  @Test
  void aShortMessageStaysAsItIs() {
    assertThat(new String(sent(AGREED, "x".repeat(98), true), 1, 99, UTF_8)).startsWith("4xx");
  }

  @Test
  void aMessageThatMustNotBeCompressedIsNot() {
    assertThat(sent(AGREED, "x".repeat(500), false)[0]).isEqualTo((byte) 0x81);
  }

  @Test
  void nothingIsCompressedForAServerThatDidNotAgree() {
    assertThat(sent("", "x".repeat(500), true)[0]).isEqualTo((byte) 0x81);
  }

  private static void sayDeflated(WireServer.Peer server, String hex) throws IOException {
    byte[] payload = HexFormat.of().parseHex(hex);
    server.say((byte) 0xc1, (byte) payload.length).say(payload);
  }

  @Test
  void aCompressedMessageIsInflated() {
    talk(
        AGREED,
        server -> {
          sayDeflated(server, "f248cdc9c90700");
          server.awaitEnd();
        },
        network -> assertThat(network.next()).isEqualTo("text Hello"));
  }

  @Test
  void aServerMayReferToTheMessageBeforeIfItDidNotAgreeToForget() {
    talk(
        "Sec-WebSocket-Extensions: permessage-deflate\r\n",
        server -> {
          sayDeflated(server, "f248cdc9c90700");
          sayDeflated(server, "f200110000");
          server.awaitEnd();
        },
        network -> {
          assertThat(network.next()).isEqualTo("text Hello");
          assertThat(network.next()).isEqualTo("text Hello");
        });
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(9, true);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(new byte[500_000]);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  @Test
  void aBombIsTooBig() throws Exception {
    byte[] payload = bomb();
    assertThat(payload.length).isBetween(126, NetworkPeer.MAX_BYTES);
    talk(
        AGREED,
        server -> {
          server.say((byte) 0xc2, (byte) 126);
          server.say((byte) (payload.length >> 8), (byte) payload.length).say(payload);
          frames.add(server.frame());
        },
        network -> {
          assertThat(network.next()).isEqualTo("close 1006");
          assertThat(network.error()).hasMessageContaining("over the limit of 1000");
        });
    assertThat(Arrays.copyOfRange(take(), 1, 3)).containsExactly(3, 0xf1);
  }
}
