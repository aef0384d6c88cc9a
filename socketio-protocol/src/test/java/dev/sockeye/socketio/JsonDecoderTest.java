// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.spi.Parser;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonDecoderTest {
  private final Parser.Decoder decoder = JsonParser.of(new TinyCodec()).newDecoder();

  @Test
  void aBinaryPacketIsCompleteWithItsLastAttachment() {
    assertThat(text("52-/a,7[\"e\",{\"_placeholder\":true,\"num\":1},2]")).isNull();
    assertThat(binary(1)).isNull();
    DecodedPacket packet = binary(2);
    assertThat(packet).isNotNull();
    assertThat(packet.type()).isEqualTo(PacketType.EVENT);
    assertThat(packet.id()).isEqualTo(7);
    assertThat(packet.args().size()).isEqualTo(2);
  }

  @Test
  void aBinaryAckBecomesAnAck() {
    text("61-7[]");
    assertThat(binary(1)).extracting(DecodedPacket::type).isEqualTo(PacketType.ACK);
  }

  @Test
  void anAttachmentIsAViewOfWhatWasReceived() {
    byte[] received = {9, 1, 2, 9};
    text("51-[\"e\",{\"_placeholder\":true,\"num\":0}]");
    DecodedPacket packet = decoder.addBinary(received, 1, 2);
    Json json = (Json) packet.args().raw(0);
    assertThat(json.attachments()).containsExactly(ByteBuffer.wrap(new byte[] {1, 2}));
    assertThat(json.attachments().get(0).array()).isSameAs(received);
  }

  @Test
  void theNextPacketMayFollow() {
    text("51-[\"e\"]");
    binary(1);
    assertThat(text("2[\"f\"]")).extracting(DecodedPacket::event).isEqualTo("f");
  }

  @Test
  void textWhereAnAttachmentIsDueIsRefused() {
    text("52-[\"e\"]");
    binary(1);
    assertThatThrownBy(() -> text("2[\"f\"]"))
        .isInstanceOf(ParseException.class)
        .hasMessage("got plaintext data when reconstructing a packet");
  }

  @Test
  void anAttachmentThatIsNotDueIsRefused() {
    assertThatThrownBy(() -> binary(1))
        .isInstanceOf(ParseException.class)
        .hasMessage("got binary data when not reconstructing a packet");
  }

  @Test
  void oneAttachmentTooManyIsRefused() {
    text("51-[\"e\"]");
    binary(1);
    assertThatThrownBy(() -> binary(2))
        .isInstanceOf(ParseException.class)
        .hasMessage("got binary data when not reconstructing a packet");
  }

  private @Nullable DecodedPacket text(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return decoder.addText(utf8, 0, utf8.length);
  }

  private @Nullable DecodedPacket binary(int value) {
    return decoder.addBinary(new byte[] {(byte) value}, 0, 1);
  }
}
