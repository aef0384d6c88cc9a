// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Packets both ways; the bytes are those of npm's socket.io 4.8.4 and socket.io-client 4.8.4. */
class MessagePackPacketTest {
  private static final String CLIENT_EVENT_WITH_ID =
      "85a47479706502a46461746191a171a76f7074696f6e7381a8636f6d7072657373c3a2696400a36e7370a12f";
  private static final String CLIENT_ACK =
      "84a47479706503a2696400a46461746191a466696e65a36e7370a12f";

  // --- sent

  @Test
  void anEventIsSentAsTheReferenceServerDoes() {
    assertThat(MessagePackHex.of(Packet.event("/", Packet.NO_ID, List.of("ask", 1))))
        .isEqualTo("83a47479706502a46461746192a361736b01a36e7370a12f");
    assertThat(MessagePackHex.of(Packet.event("/", 0, List.of("ask", 1))))
        .isEqualTo("84a47479706502a46461746192a361736b01a2696400a36e7370a12f");
  }

  @Test
  void anAckIsSentAsTheReferenceServerDoes() {
    assertThat(MessagePackHex.of(Packet.ack("/", 0, List.of("ok"))))
        .isEqualTo("84a2696400a47479706503a46461746191a26f6ba36e7370a12f");
  }

  @Test
  void aConnectIsSentWithItsPayloadOrWithNone() {
    assertThat(MessagePackHex.of(Packet.connect("/", Map.of("sid", "abc"))))
        .isEqualTo("83a47479706500a46461746181a3736964a3616263a36e7370a12f");
    assertThat(MessagePackHex.of(Packet.connect("/custom", null)))
        .isEqualTo("82a47479706500a36e7370a72f637573746f6d");
  }

  @Test
  void aRefusalIsSentAsTheReferenceServerDoes() {
    Map<String, Object> refusal = new LinkedHashMap<>();
    refusal.put("message", "nope");
    refusal.put("data", Map.of("a", 1));
    assertThat(MessagePackHex.of(Packet.connectError("/no", refusal)))
        .isEqualTo(
            "83a47479706504a46461746182a76d657373616765a46e6f7065a46461746181a16101a36e7370a32f6e6f");
  }

  @Test
  void aDisconnectIsSentWithoutPayload() {
    assertThat(MessagePackHex.of(Packet.disconnect("/"))).isEqualTo("82a47479706501a36e7370a12f");
  }

  @Test
  void whatNobodyKnowsIsLeftToTheJsonLibrary() {
    // Which writes it as the text "{}", and reads that as a string.
    assertThat(MessagePackHex.ofValue(Json.of("{}"))).isEqualTo("a27b7d");
  }

  @Test
  void aValueThatCantBeSentIsNamed() {
    assertThatThrownBy(() -> MessagePackHex.of(Packet.event("/", 0, List.of("e", 1, new Thread()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value 2 of 3 can't be sent: threads are no JSON");
  }

  @Test
  void aCycleIsRefused() {
    List<Object> cycle = new ArrayList<>();
    cycle.add(cycle);
    assertThatThrownBy(() -> MessagePackHex.ofValue(cycle))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nesting depth");
  }

  @Test
  void receivedArgumentsAreSentOnByteForByte() {
    Args received = MessagePackHex.value("93d40000cb3ff0000000000000d90161");
    assertThat(MessagePackHex.ofValue(received)).isEqualTo("9193d40000cb3ff0000000000000d90161");
    assertThat(MessagePackHex.ofValue(Args.empty())).isEqualTo("90");
  }

  // --- received

  @Test
  void anEventIsReceivedWhateverElseIsInIt() {
    DecodedPacket packet = MessagePackHex.packet(CLIENT_EVENT_WITH_ID);
    assertThat(packet.type()).isEqualTo(PacketType.EVENT);
    assertThat(packet.namespace()).isEqualTo("/");
    assertThat(packet.id()).isZero();
    assertThat(packet.event()).isEqualTo("q");
    assertThat(packet.args().size()).isZero();
  }

  @Test
  void theReferencesFirstEventIsReceived() {
    DecodedPacket packet =
        MessagePackHex.packet(
            "83a47479706502a46461746198a2686901a13281a13391c3c0d40000cb3ff8000000000000"
                + "c4020102a36e7370a12f");
    assertThat(packet.event()).isEqualTo("hi");
    assertThat(packet.args().integer(0)).isEqualTo(1);
    assertThat(packet.args().get(2)).isEqualTo(Map.of("3", List.of(true)));
    assertThat(packet.args().isNull(4)).isTrue();
    assertThat(packet.args().bytes(6)).containsExactly(1, 2);
  }

  @Test
  void anAckIsReceived() {
    DecodedPacket packet = MessagePackHex.packet(CLIENT_ACK);
    assertThat(packet.type()).isEqualTo(PacketType.ACK);
    assertThat(packet.id()).isZero();
    assertThat(packet.event()).isNull();
    assertThat(packet.args().string(0)).isEqualTo("fine");
  }

  @Test
  void aConnectWithUndefinedHasNoPayload() {
    DecodedPacket packet = MessagePackHex.packet("83a47479706500a464617461d40000a36e7370a32f6e6f");
    assertThat(packet.type()).isEqualTo(PacketType.CONNECT);
    assertThat(packet.namespace()).isEqualTo("/no");
    assertThat(packet.args().size()).isZero();
  }

  @Test
  void aConnectWithAPayloadHasIt() {
    DecodedPacket packet = MessagePackHex.packet("83a47479706500a46461746181a17401a36e7370a12f");
    assertThat(packet.args().get(0)).isEqualTo(Map.of("t", 1));
  }

  @Test
  void aDisconnectIsReceived() {
    DecodedPacket packet = MessagePackHex.packet("82a47479706501a36e7370a72f637573746f6d");
    assertThat(packet.type()).isEqualTo(PacketType.DISCONNECT);
    assertThat(packet.namespace()).isEqualTo("/custom");
  }

  @Test
  void theKeysMayHaveAnyOrder() {
    DecodedPacket packet =
        MessagePackHex.packet("84a46461746191a171a36e7370a22f61a2696407a47479706502");
    assertThat(packet.namespace()).isEqualTo("/a");
    assertThat(packet.id()).isEqualTo(7);
    assertThat(packet.event()).isEqualTo("q");
  }

  @Test
  void undefinedIsNoNumberOfAnAck() {
    assertThat(MessagePackHex.packet("84a47479706502a46461746191a171a26964d40000a36e7370a12f").id())
        .isEqualTo(Packet.NO_ID);
  }

  @Test
  void aNumberWithoutAFractionCountsAsAnInteger() {
    DecodedPacket packet =
        MessagePackHex.packet(
            "84a474797065cb4000000000000000a46461746191a171a26964cb4014000000000000a36e7370a12f");
    assertThat(packet.type()).isEqualTo(PacketType.EVENT);
    assertThat(packet.id()).isEqualTo(5);
  }

  @Test
  void aNumberAsAnEventsNameIsItsText() {
    assertThat(MessagePackHex.packet("83a47479706502a4646174619107a36e7370a12f").event())
        .isEqualTo("7");
    assertThat(
            MessagePackHex.packet("83a47479706502a46461746191cb3ff8000000000000a36e7370a12f")
                .event())
        .isEqualTo("1.5");
  }
}
