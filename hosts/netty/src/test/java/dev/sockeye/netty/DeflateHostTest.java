// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.PerMessageDeflate;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.engineio.server.spi.WebSocketTerms;
import dev.sockeye.testkit.EchoHandler;
import dev.sockeye.testkit.WireClient;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed messages over the wire, with a server that sends back what it gets. */
class DeflateHostTest {
  private static final int MAX_MESSAGE = 1_000_000;
  private static final WebSocketTerms TERMS =
      new WebSocketTerms(MAX_MESSAGE, PerMessageDeflate.defaults().threshold(0));

  private final Listening server = NettyHost.builder().handler(new EchoHandler(TERMS)).start();
  private final WireClient client = WireClient.connect(server.address());

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private WireClient.Response offer(String line) {
    return client.send(WireClient.handshake("/", line)).response();
  }

  private void agree() {
    offer("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n");
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  private static String inflated(byte[] payload) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      byte[] message = new byte[MAX_MESSAGE];
      inflater.setInput(payload);
      return new String(message, 0, inflater.inflate(message), UTF_8);
    } finally {
      inflater.end();
    }
  }

  @Test
  void theAnswerSaysWhatIsAgreedOn() {
    assertThat(
            offer("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n")
                .header("Sec-WebSocket-Extensions"))
        .isEqualTo("permessage-deflate; server_no_context_takeover; client_no_context_takeover");
  }

  @Test
  void aClientThatOffersNothingTalksPlainly() {
    assertThat(offer("").header("Sec-WebSocket-Extensions")).isEmpty();
    assertThat(client.sendText("a".repeat(100)).frame().compressed()).isFalse();
  }

  @Test
  void aCompressedMessageComesBackCompressed() throws Exception {
    agree();
    client.sendFrame(0xc1, hex("f248cdc9c907 00")).sendText("a".repeat(100));
    assertThat(client.frame().text()).isEqualTo("Hello");
    WireClient.Frame second = client.frame();
    assertThat(second.compressed()).isTrue();
    assertThat(inflated(second.payload())).isEqualTo("a".repeat(100));
  }

  @Test
  void aCompressedMessageMayComeInFragmentsWithAPingBetween() {
    agree();
    client.sendFrame(0x41, hex("f248cd")).sendFrame(0x89).sendFrame(0x80, hex("c9c90700"));
    assertThat(client.frame().opcode()).isEqualTo(0xa);
    assertThat(client.frame().text()).isEqualTo("Hello");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xc8, 0xc9, 0xca, 0xa1, 0x91, 0xe1})
  void noOtherFrameMayHaveAReservedBit(int firstByte) {
    agree();
    client.sendFrame(firstByte);
    assertThat(client.frame().closeCode()).isEqualTo(1002);
  }

  @Test
  void aContinuationMustNotSayThatItIsCompressed() {
    agree();
    client.sendFrame(0x41, hex("f248cd")).sendFrame(0xc0, hex("c9c90700"));
    assertThat(client.frame().closeCode()).isEqualTo(1002);
  }

  @Test
  void whatDoesNotInflateIsInvalidData() {
    agree();
    client.sendFrame(0xc1, hex("ffffffff"));
    assertThat(client.frame().closeCode()).isEqualTo(1007);
  }

  @Test
  void aTextIsCheckedOnceItIsInflated() {
    agree();
    client.sendFrame(0xc1, hex("000100feffff 00"));
    assertThat(client.frame().closeCode()).isEqualTo(1007);
  }

  private static byte[] bomb(int size) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(9, true);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(new byte[size]);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  @Test
  void aBombIsTooBigAndCostsNobodyElseAnything() throws Exception {
    agree();
    client.sendFrame(0xc2, bomb(100 * MAX_MESSAGE));
    assertThat(client.frame().closeCode()).isEqualTo(1009);
    try (WireClient other = WireClient.connect(server.address())) {
      other.upgrade("/");
      assertThat(other.sendText("still here").frame().text()).isEqualTo("still here");
    }
  }

  @Test
  void aMessageOfTheAllowedSizePasses() throws Exception {
    agree();
    client.sendFrame(0xc2, bomb(MAX_MESSAGE));
    WireClient.Frame answer = client.frame();
    assertThat(inflated(answer.payload())).isEqualTo("\0".repeat(MAX_MESSAGE));
  }
}
