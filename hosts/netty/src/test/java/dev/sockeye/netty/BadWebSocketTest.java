// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.EchoHandler;
import dev.sockeye.testkit.WireClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer that breaks the protocol is told so and cut off; others don't notice. */
class BadWebSocketTest {
  private final Listening server = NettyHost.builder().handler(new EchoHandler(1_000_000)).start();
  private final WireClient client = WireClient.connect(server.address());

  BadWebSocketTest() {
    client.upgrade("/");
  }

  @AfterEach
  void othersAreServedStill() {
    client.close();
    try (WireClient other = WireClient.connect(server.address())) {
      other.upgrade("/");
      assertThat(other.sendText("still here").frame().text()).isEqualTo("still here");
    } finally {
      server.close();
    }
  }

  private void closesWith(int code) {
    assertThat(client.frame().closeCode()).isEqualTo(code);
    assertThat(client.untilClosed()).isEmpty();
  }

  @Test
  void anUnmaskedFrameIsAProtocolError() {
    client.send((byte) 0x81, (byte) 0x01, (byte) 'x');
    closesWith(1002);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xc1, 0xa1, 0x91})
  void aReservedBitIsAProtocolError(int firstByte) {
    client.sendFrame(firstByte);
    closesWith(1002);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x83, 0x87, 0x8b, 0x8f})
  void aReservedOpcodeIsAProtocolError(int firstByte) {
    client.sendFrame(firstByte);
    closesWith(1002);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x08, 0x09, 0x0a})
  void aFragmentedControlFrameIsAProtocolError(int firstByte) {
    client.sendFrame(firstByte);
    closesWith(1002);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x88, 0x89, 0x8a})
  void aControlFrameAbove125BytesIsAProtocolError(int firstByte) {
    client.sendFrame(firstByte, new byte[126]);
    closesWith(1002);
  }

  @Test
  void aContinuationOfNothingIsAProtocolError() {
    client.sendFrame(0x80);
    closesWith(1002);
  }

  @Test
  void aNewMessageWithinAMessageIsAProtocolError() {
    client.sendFrame(0x01).sendFrame(0x81);
    closesWith(1002);
  }

  @Test
  void aLengthLongerThanNeedBeIsAProtocolError() {
    client.send(
        (byte) 0x81, (byte) 0xfe, (byte) 0, (byte) 1, (byte) 0, (byte) 0, (byte) 0, (byte) 0);
    closesWith(1002);
  }

  @Test
  void aNegativeLengthIsAProtocolError() {
    client
        .send((byte) 0x82, (byte) 0xff)
        .send(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0});
    closesWith(1002);
  }

  @Test
  void aClaimAboveTheLimitIsTooBigBeforeAnythingOfItCame() {
    client
        .send((byte) 0x82, (byte) 0xff)
        .send(new byte[] {0, 0, 0, 0, 0, 0xf, 0x42, 0x41, 0, 0, 0, 0});
    closesWith(1009);
  }

  @Test
  void aTextThatIsNotUtf8IsInvalidData() {
    client.sendFrame(0x81, (byte) 0xc3, (byte) 0x28);
    closesWith(1007);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535})
  void aCloseCodeThatMustNotBeSentIsAProtocolError(int code) {
    client.sendClose(code);
    closesWith(1002);
  }

  @Test
  void halfACloseCodeIsAProtocolError() {
    client.sendFrame(0x88, (byte) 3);
    closesWith(1002);
  }

  @Test
  void aCloseReasonThatIsNotUtf8IsInvalidData() {
    client.sendFrame(0x88, (byte) 3, (byte) 0xe8, (byte) 0xff);
    closesWith(1007);
  }

  @Test
  void framesByteByByteAreFrames() {
    byte[] message = "in small pieces ".repeat(10).getBytes(StandardCharsets.US_ASCII);
    client.sendSingly(WireClient.frame(0x81, message));
    assertThat(client.frame().payload()).isEqualTo(message);
  }

  @Test
  void aPeerThatIsCutOffInTheMiddleOfAFrameCostsNothing() {
    client.send((byte) 0x82, (byte) 0xff, (byte) 0).reset();
  }

  @Test
  void aFloodOfPingsWithoutAReaderEndsNobody() {
    byte[] pings = WireClient.frame(0x89, new byte[125]);
    for (int i = 0; i < 1000; i++) {
      client.send(pings);
    }
    assertThat(client.frame().opcode()).isEqualTo(0xa);
  }
}
