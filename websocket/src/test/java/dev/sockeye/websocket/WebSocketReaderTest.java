// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
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
  private final WebSocketReader reader = new WebSocketReader(Side.SERVER, MAX_MESSAGE, null);
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
  void aClientReadsWhatIsNotMasked() throws WebSocketException {
    WebSocketReader client = new WebSocketReader(Side.CLIENT, MAX_MESSAGE, null);
    client.read(Unpooled.wrappedBuffer(HexFormat.of().parseHex("8101618900" + "8202ffff")), sink);
    assertThat(seen).containsExactly("text a", "ping ", "binary 2");
  }

  @Test
  void aClientRefusesWhatIsMasked() {
    WebSocketReader client = new WebSocketReader(Side.CLIENT, MAX_MESSAGE, null);
    ByteBuf masked = Unpooled.wrappedBuffer(HexFormat.of().parseHex("81810000000061"));
    assertThatThrownBy(() -> client.read(masked, sink))
        .hasMessage("a server's frame must not be masked");
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

  /** A frame with the masking key 0. */
  private static byte[] frame(int first, byte[] payload) {
    ByteBuf out = Unpooled.buffer().writeByte(first);
    if (payload.length < 126) {
      out.writeByte(0x80 | payload.length);
    } else if (payload.length <= 0xffff) {
      out.writeByte(0x80 | 126).writeShort(payload.length);
    } else {
      out.writeByte(0x80 | 127).writeLong(payload.length);
    }
    return ByteBufUtil.getBytes(out.writeInt(0).writeBytes(payload));
  }

  private static byte[] someFrames() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(frame(0x81, "x".repeat(300).getBytes(UTF_8)));
    out.writeBytes(frame(0x82, new byte[70_000]));
    out.writeBytes(frame(0x01, "a".getBytes(UTF_8)));
    out.writeBytes(frame(0x89, "!".getBytes(UTF_8)));
    out.writeBytes(frame(0x80, "b".getBytes(UTF_8)));
    return out.toByteArray();
  }

  @Test
  void theLimitCountsTheFragmentsTogether() throws WebSocketException {
    read(frame(0x02, new byte[MAX_MESSAGE]));
    assertThatThrownBy(() -> read("80 81 00000000"))
        .hasMessage("a message of 100001 bytes or more is over the limit of 100000");
  }

  @Test
  void anEmptyFragmentFitsAlways() throws WebSocketException {
    read(frame(0x02, new byte[MAX_MESSAGE])).read("80 80 00000000");
    assertThat(seen).containsExactly("binary " + MAX_MESSAGE);
  }
}
