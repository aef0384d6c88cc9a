// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 7692, section 7.2.3, and what is no deflate. */
class MessageInflaterTest {
  private static final int MAX_MESSAGE = 100_000;

  private final MessageInflater alone = new MessageInflater(MAX_MESSAGE, false);
  private final MessageInflater takeover = new MessageInflater(MAX_MESSAGE, true);

  @AfterEach
  void letGo() {
    takeover.release();
  }

  private static String inflate(MessageInflater inflater, String hex) throws WebSocketException {
    byte[] compressed = HexFormat.of().parseHex(hex);
    return new String(inflater.inflate(compressed, compressed.length), UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "f248cdc9c90700, Hello",
    "000500faff48656c6c6f00, Hello",
    "f348cdc9c9070000, Hello",
    "f248050000 00ffffcac9c90700, Hello",
    "00, ''",
    "'', ''",
  })
  void theExamplesOfTheSpecificationInflate(String hex, String message) throws WebSocketException {
    assertThat(inflate(alone, hex.replace(" ", ""))).isEqualTo(message);
  }

  @Test
  void aMessageMayReferToTheOneBeforeIfThatWasAgreed() throws WebSocketException {
    inflate(takeover, "f248cdc9c90700");
    assertThat(inflate(takeover, "f200110000")).isEqualTo("Hello");
  }

  @Test
  void aMessageMustNotReferToTheOneBeforeOtherwise() throws WebSocketException {
    inflate(alone, "f248cdc9c90700");
    assertThatThrownBy(() -> inflate(alone, "f200110000"))
        .hasMessageStartingWith("a message can't be inflated");
  }

  @Test
  void whatIsNoDeflateIsInvalidData() {
    assertThatThrownBy(() -> inflate(alone, "ffffffff"))
        .isInstanceOfSatisfying(
            WebSocketException.class, e -> assertThat(e.code()).isEqualTo(1007));
  }

  @Test
  void afterAMessageThatWasNoneTheNextConnectionReadsOn() throws WebSocketException {
    assertThatThrownBy(() -> inflate(alone, "ffffffff")).isNotNull();
    assertThat(inflate(alone, "f248cdc9c90700")).isEqualTo("Hello");
  }

  private static byte[] deflated(int zeros) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(9, true);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater, 512, true)) {
      stream.write(new byte[zeros]);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 1000, MAX_MESSAGE - 1, MAX_MESSAGE})
  void aMessageGrowsUpToTheLimit(int size) throws Exception {
    byte[] compressed = deflated(size);
    assertThat(alone.inflate(compressed, compressed.length)).hasSize(size);
  }

  @ParameterizedTest
  @ValueSource(ints = {MAX_MESSAGE + 1, 50_000_000})
  void aBombIsTooBig(int size) throws Exception {
    byte[] compressed = deflated(size);
    assertThatThrownBy(() -> alone.inflate(compressed, compressed.length))
        .isInstanceOfSatisfying(WebSocketException.class, e -> assertThat(e.code()).isEqualTo(1009))
        .hasMessage("an inflated message is over the limit of 100000 bytes");
  }
}
