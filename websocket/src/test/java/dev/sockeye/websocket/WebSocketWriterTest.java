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
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebSocketWriterTest {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final WebSocketWriter writer = new WebSocketWriter(Side.SERVER, channel, null);

  /** Whatever other tests have built on this thread. */
  @BeforeEach
  void beginASlab() {
    FastThreadLocal.removeAll();
  }

  @AfterEach
  void letGo() {
    writer.release();
    channel.finishAndReleaseAll();
  }

  private static Frame frame(String text, boolean shared) {
    return new Frame('4', RawData.text(text), false, shared);
  }

  /** What was written, each buffer as hexadecimal digits. */
  private List<String> written() {
    List<String> buffers = new ArrayList<>();
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      buffers.add(ByteBufUtil.hexDump(out));
      out.release();
    }
    return buffers;
  }

  @Test
  void aTextBeginsWithItsPrefix() {
    writer.append(frame("abc", false));
    writer.flush();
    assertThat(written()).containsExactly("810434616263");
  }

  @Test
  void binaryDataComesBare() {
    writer.append(
        new Frame(Frame.NO_PREFIX, RawData.binary(new byte[] {1, 2, 3, 4}, 1, 2), false, false));
    writer.flush();
    assertThat(written()).containsExactly("82020203");
  }

  @Test
  void theLengthTakesTwoOrEightBytesMoreWhereItMust() {
    writer.append(frame("x".repeat(124), false));
    writer.append(frame("x".repeat(125), false));
    writer.append(frame("x".repeat(65_535), false));
    writer.flush();
    assertThat(String.join("", written()))
        .startsWith("817d34")
        .contains("78817e007e34", "78817f000000000001000034");
  }

  @Test
  void nothingLeavesBeforeAFlush() {
    writer.append(frame("a", false));
    writer.append(frame("b", true));
    assertThat(written()).isEmpty();
  }

  @Test
  void theRepliesOfATickLeaveAsOneBuffer() {
    for (int i = 0; i < 16; i++) {
      writer.append(frame("x".repeat(100), i % 2 == 0));
    }
    writer.flush();
    assertThat(written()).hasSize(1).first().asString().hasSize(2 * 16 * 103);
  }

  @Test
  void muchIsHandedToTheChannelBeforeTheFlushSoThatItCounts() {
    channel.config().setWriteBufferHighWaterMark(64 * 1024);
    for (int i = 0; i < 70; i++) {
      writer.append(frame("x".repeat(1000), false));
    }
    assertThat(channel.isWritable()).isFalse();
    writer.flush();
    assertThat(channel.isWritable()).isTrue();
  }

  @Test
  void aSharedFrameIsBuiltOnce() {
    Frame shared = frame("to all", true);
    writer.append(shared);
    writer.flush();
    assertThat(addresses()).containsExactly(address(shared));
  }

  /** Where the form of a shared frame lies. */
  private static long address(Frame frame) {
    SharedBytes form = frame.hostForm(again -> null);
    return form.memory().memoryAddress() + form.start();
  }

  /** Where what was written lies. */
  private List<Long> addresses() {
    List<Long> addresses = new ArrayList<>();
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      addresses.add(out.memoryAddress() + out.readerIndex());
      out.release();
    }
    return addresses;
  }

  @Test
  void broadcastsOfATickLeaveUncopiedAsOneBuffer() {
    List<Frame> shared = List.of(frame("a", true), frame("b", true), frame("c", true));
    shared.forEach(writer::append);
    writer.flush();
    assertThat(addresses()).containsExactly(address(shared.get(0)));
    shared.forEach(writer::append);
    writer.flush();
    assertThat(written()).containsExactly("81023461" + "81023462" + "81023463");
  }

  @Test
  void aBroadcastThatWasMissedIsNotSentWithItsNeighbours() {
    List<Frame> shared = List.of(frame("a", true), frame("b", true), frame("c", true));
    shared.forEach(writer::append);
    writer.flush();
    written();
    writer.append(shared.get(0));
    writer.append(shared.get(2));
    writer.flush();
    assertThat(written()).containsExactly("81023461" + "81023463");
  }

  @Test
  void whatFollowsBroadcastsFollowsAllOfThem() throws WebSocketException {
    for (int size : new int[] {1, 1500}) {
      String broadcast = "b".repeat(size);
      for (int i = 0; i < 3; i++) {
        writer.append(frame(broadcast, true));
      }
      writer.append(frame("own", false));
      writer.append(frame("last", true));
      writer.flush();
      assertThat(readByAClient())
          .containsExactly("4" + broadcast, "4" + broadcast, "4" + broadcast, "4own", "4last");
    }
  }

  private List<String> readByAClient() throws WebSocketException {
    List<String> lines = new ArrayList<>();
    WebSocketReader client = new WebSocketReader(Side.CLIENT, 100_000, null);
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      client.read(out, new Lines(lines));
      out.release();
    }
    return lines;
  }

  @Test
  void aSharedFrameOutlivesItsRecipients() {
    Frame shared = frame("again", true);
    for (int i = 0; i < 3; i++) {
      writer.append(shared);
      writer.flush();
      assertThat(written()).containsExactly("8106346167" + "61696e");
    }
  }

  @Test
  void orderIsKeptWhateverTheKindOfFrame() {
    writer.append(frame("1", true));
    writer.append(frame("2", false));
    writer.append(frame("3".repeat(5000), true));
    writer.append(frame("4", true));
    writer.append(frame("5".repeat(5000), false));
    writer.append(frame("6", true));
    writer.flush();
    assertThat(String.join("", written()).replaceAll("(3[35])\\1+", "$1"))
        .isEqualTo(
            "81023431"
                + "81023432"
                + "817e138934"
                + "33"
                + "81023434"
                + "817e138934"
                + "35"
                + "81023436");
  }

  @Test
  void whatWasNotFlushedIsReleased() {
    writer.append(frame("a", false));
    writer.release();
    writer.flush();
    assertThat(written()).isEmpty();
  }

  /** What a server reads of what a client has written. */
  private static String throughAClient(Frame frame) throws WebSocketException {
    EmbeddedChannel wire = new EmbeddedChannel();
    WebSocketWriter client = new WebSocketWriter(Side.CLIENT, wire, null);
    client.append(frame);
    client.appendControl(WebSocketProtocol.PING, new byte[] {'?'});
    client.flush();
    ByteBuf out = wire.readOutbound();
    List<String> read = new ArrayList<>();
    new WebSocketReader(Side.SERVER, 100_000, null).read(out, new Lines(read));
    out.release();
    wire.finishAndReleaseAll();
    return String.join(" ", read);
  }

  @Test
  void aClientMasksEachFrame() throws WebSocketException {
    assertThat(throughAClient(frame("hello, world", false))).isEqualTo("4hello, world ?");
  }

  @Test
  void aSharedFrameIsMaskedForEachServer() throws WebSocketException {
    Frame shared = frame("x".repeat(10_000), true);
    assertThat(throughAClient(shared)).isEqualTo("4" + "x".repeat(10_000) + " ?");
    assertThat(throughAClient(shared)).isEqualTo("4" + "x".repeat(10_000) + " ?");
  }

  private record Lines(List<String> lines) implements WebSocketReader.Sink {
    @Override
    public void onText(byte[] utf8) {
      lines.add(new String(utf8, UTF_8));
    }

    @Override
    public void onBinary(byte[] bytes) {
      lines.add("binary " + bytes.length);
    }

    @Override
    public void onPing(byte[] payload) {
      lines.add(new String(payload, UTF_8));
    }

    @Override
    public void onClose(int code) {
      lines.add("close " + code);
    }
  }
}
