// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** Literal wire data, placed inside a larger array so that a forgotten offset shows. */
final class Wire {
  private Wire() {}

  static RawData text(String text) {
    return framed(text.getBytes(UTF_8), false);
  }

  /** From hexadecimal digits with spaces between the bytes. */
  static RawData bytes(String hex) {
    return framed(HexFormat.of().parseHex(hex.replace(" ", "")), true);
  }

  static RawData framed(byte[] content, boolean binary) {
    byte[] array = new byte[content.length + 5];
    System.arraycopy(content, 0, array, 3, content.length);
    return binary
        ? RawData.binary(array, 3, content.length)
        : RawData.text(array, 3, content.length);
  }
}
