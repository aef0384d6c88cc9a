// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.testkit.WireClient;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WebSocketReaderTest {
  private static final int MAX_MESSAGE = 100_000;

  private final List<String> seen = new ArrayList<>();
  private final WebSocketReader reader = new WebSocketReader(MAX_MESSAGE, null);
  private final WebSocketReader.Sink sink =
      new WebSocketReader.Sink() {
        @Override
        public void onText(byte[] utf8) {
          seen.add("text " + new String(utf8, UTF_8));
        }

        @Override
        public void onBinary(byte[] bytes) {
          seen.add("binary " + bytes.length);
        }

        @Override
        public void onPing(byte[] payload) {
          seen.add("ping " + new String(payload, UTF_8));
        }

        @Override
        public void onClose(int code) {
          seen.add("close " + code);
        }
      };

  private WebSocketReaderTest read(String hex) throws WebSocketException {
    return read(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private WebSocketReaderTest read(byte[] bytes) throws WebSocketException {
    ByteBuf in = Unpooled.wrappedBuffer(bytes);
    reader.read(in, sink);
    return this;
  }

  @Test
  void theExampleOfTheSpecificationIsHello() throws WebSocketException {
    read("81 85 37fa213d 7f9f4d5158");
    assertThat(seen).containsExactly("text Hello");
  }

  @Test
  void oneReadMayDeliverManyFrames() throws WebSocketException {
    read("81 81 00000000 61  82 80 00000000  89 81 00000000 70  8a 80 00000000  88 80 00000000");
    assertThat(seen).containsExactly("text a", "binary 0", "ping p", "close 1005");
  }

  @Test
  void nothingIsReadAfterAClose() throws WebSocketException {
    read("88 82 00000000 03e8  81 81 00000000 61").read("81 81 00000000 62");
    assertThat(seen).containsExactly("close 1000");
  }

  @Test
  void aTextMayBeCutWithinACharacter() throws WebSocketException {
    read("01 81 00000000 c3").read("80 81 00000000 a9");
    assertThat(seen).containsExactly("text é");
  }

  @Test
  void aMessageMayComeInAnyPieces() throws WebSocketException {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    byte[] stream = someFrames();
    List<String> expected = new ArrayList<>();
    for (int round = 0; round < 200; round++) {
      expected.addAll(List.of("text " + "x".repeat(300), "binary 70000", "ping !", "text ab"));
      for (int from = 0; from < stream.length; ) {
        int to = Math.min(stream.length, from + random.nextInt(1, round < 100 ? 5000 : 50_000));
        read(java.util.Arrays.copyOfRange(stream, from, to));
        from = to;
      }
    }
    assertThat(seen).as("seed %d", seed).isEqualTo(expected);
  }

  private static byte[] someFrames() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(WireClient.frame(0x81, "x".repeat(300).getBytes(UTF_8)));
    out.writeBytes(WireClient.frame(0x82, new byte[70_000]));
    out.writeBytes(WireClient.frame(0x01, "a".getBytes(UTF_8)));
    out.writeBytes(WireClient.frame(0x89, "!".getBytes(UTF_8)));
    out.writeBytes(WireClient.frame(0x80, "b".getBytes(UTF_8)));
    return out.toByteArray();
  }

  @Test
  void theLimitCountsTheFragmentsTogether() throws WebSocketException {
    read(WireClient.frame(0x02, new byte[MAX_MESSAGE]));
    assertThatThrownBy(() -> read("80 81 00000000"))
        .hasMessage("a message of 100001 bytes or more is over the limit of 100000");
  }

  @Test
  void anEmptyFragmentFitsAlways() throws WebSocketException {
    read(WireClient.frame(0x02, new byte[MAX_MESSAGE])).read("80 80 00000000");
    assertThat(seen).containsExactly("binary " + MAX_MESSAGE);
  }
}
