// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a writer makes of messages that may be compressed. */
class DeflatedWriterTest {
  private static final DeflateTerms ALONE = new DeflateTerms(0, 6, false, false, 0);
  private static final DeflateTerms TAKEOVER = new DeflateTerms(0, 6, true, true, 0);

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private WebSocketWriter writer =
      new WebSocketWriter(Side.SERVER, channel, new MessageDeflater(ALONE));

  @AfterEach
  void letGo() {
    writer.close();
    channel.finishAndReleaseAll();
  }

  private void agreeOn(DeflateTerms terms) {
    writer = new WebSocketWriter(Side.SERVER, channel, new MessageDeflater(terms));
  }

  private static Frame text(String text) {
    return new Frame('4', RawData.text(text), true, false);
  }

  private static Frame shared(String text) {
    return new Frame('4', RawData.text(text), true, true);
  }

  private String written(Frame frame) {
    writer.append(frame);
    writer.flush();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      all.writeBytes(ByteBufUtil.getBytes(out));
      out.release();
    }
    return HexFormat.of().formatHex(all.toByteArray());
  }

  /** What a client understands that reads one frame with a header of two or four bytes. */
  private static String read(MessageInflater client, String hex) throws WebSocketException {
    byte[] frame = HexFormat.of().parseHex(hex);
    int header = (frame[1] & 0x7f) == 126 ? 4 : 2;
    byte[] payload = java.util.Arrays.copyOfRange(frame, header, frame.length);
    return new String(client.inflate(payload, payload.length), UTF_8);
  }

  @Test
  void theFirstReservedBitSaysThatAMessageIsCompressed() {
    assertThat(written(text("aaaaaaaaaaaaaaaa"))).isEqualTo("c106324944030000");
  }

  @Test
  void aBlobIsCompressedToo() {
    Frame blob = new Frame(Frame.NO_PREFIX, RawData.binary(new byte[100]), true, false);
    assertThat(written(blob)).startsWith("c2");
  }

  @Test
  void aMessageBelowTheThresholdStaysAsItIs() {
    agreeOn(new DeflateTerms(18, 6, false, false, 0));
    assertThat(written(text("aaaaaaaaaaaaaaaa"))).startsWith("8111");
    assertThat(written(text("aaaaaaaaaaaaaaaaa"))).startsWith("c1");
  }

  @Test
  void aMessageThatSaysNoStaysAsItIs() {
    assertThat(written(new Frame('4', RawData.text("a".repeat(100)), false, false)))
        .startsWith("8165");
  }

  @Test
  void whatWouldBecomeNoSmallerStaysAsItIs() {
    assertThat(written(text("hi"))).isEqualTo("8103346869");
  }

  @Test
  void anEmptyMessageStaysAsItIs() {
    assertThat(written(new Frame(Frame.NO_PREFIX, RawData.text(""), true, false)))
        .isEqualTo("8100");
  }

  @Test
  void theSameMessageIsSmallerTheSecondTimeIfThatWasAgreed() throws WebSocketException {
    agreeOn(TAKEOVER);
    MessageInflater client = new MessageInflater(1000, true);
    String first = written(text("{\"a\":1,\"b\":[]}{\"a\":1}"));
    String second = written(text("{\"a\":1,\"b\":[]}{\"a\":1}"));
    assertThat(second).hasSizeLessThan(first.length());
    assertThat(read(client, first)).isEqualTo("4{\"a\":1,\"b\":[]}{\"a\":1}");
    assertThat(read(client, second)).isEqualTo("4{\"a\":1,\"b\":[]}{\"a\":1}");
    client.release();
  }

  @Test
  void aSharedMessageIsCompressedOnce() {
    Frame frame = shared("a".repeat(100));
    String first = written(frame);
    SharedBytes form = frame.compressedForm(again -> null);
    assertThat(first)
        .startsWith("c1")
        .isEqualTo(ByteBufUtil.hexDump(form.memory(), form.start(), form.length()));
    assertThat(written(frame)).isEqualTo(first);
  }

  @Test
  void aSharedMessageThatWouldBecomeNoSmallerHasOnePlainForm() {
    Frame frame = shared("hi");
    assertThat(written(frame)).isEqualTo("8103346869");
    assertThat((SharedBytes) frame.compressedForm(again -> null))
        .isSameAs(frame.hostForm(again -> null));
  }

  @Test
  void sharedMessagesMayComeBetweenOthersThatReferToEachOther() throws WebSocketException {
    agreeOn(TAKEOVER);
    MessageInflater client = new MessageInflater(1000, true);
    String one = "one two three four five six seven".repeat(3);
    for (int round = 0; round < 3; round++) {
      assertThat(read(client, written(text(one)))).isEqualTo("4" + one);
      assertThat(read(client, written(shared(one + "!")))).isEqualTo("4" + one + "!");
    }
    client.release();
  }

  @Test
  void incompressibleMessagesMayComeBetweenOthersThatReferToEachOther() throws WebSocketException {
    agreeOn(TAKEOVER);
    MessageInflater client = new MessageInflater(1000, true);
    String one = "one two three four five six seven".repeat(3);
    for (int round = 0; round < 3; round++) {
      assertThat(read(client, written(text(one)))).isEqualTo("4" + one);
      assertThat(written(text("x" + round))).startsWith("8103");
    }
    client.release();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 12, 15})
  void aMessageLooksBackNoFurtherThanAgreed(int bits) throws Exception {
    byte[] repeated = new byte[60_000];
    new Random(1).nextBytes(repeated);
    int distance = (1 << bits) + 1;
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = i < distance ? (byte) (repeated[i] & 0x0f) : repeated[i - distance];
    }
    agreeOn(new DeflateTerms(0, 6, false, false, bits));
    byte[] frame =
        HexFormat.of()
            .parseHex(written(new Frame(Frame.NO_PREFIX, RawData.binary(repeated), true, true)));
    byte[] payload = java.util.Arrays.copyOfRange(frame, 4, frame.length);
    MessageInflater client = new MessageInflater(repeated.length, false);
    assertThat(frame[0]).isEqualTo((byte) 0xc2);
    assertThat(client.inflate(payload, payload.length)).isEqualTo(repeated);
    // Random four-bit bytes shrink to half their size, and further only by looking back.
    assertThat(payload.length).isGreaterThan(repeated.length / 2);
  }
}
