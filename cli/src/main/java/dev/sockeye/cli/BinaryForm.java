// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.util.Base64;
import java.util.HexFormat;

/** How bytes are written where only text can stand. */
enum BinaryForm {
  HEX("$hex") {
    @Override
    String write(byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }

    @Override
    byte[] read(String text) {
      return HexFormat.of().parseHex(text);
    }
  },
  BASE64("$base64") {
    @Override
    String write(byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    byte[] read(String text) {
      return Base64.getDecoder().decode(text);
    }
  };

  private final String member;

  BinaryForm(String member) {
    this.member = member;
  }

  /** The one member of the JSON object that stands for bytes. */
  String member() {
    return member;
  }

  /** What bytes begin with that stand alone, outside of JSON. */
  String prefix() {
    return member.substring(1) + ":";
  }

  abstract String write(byte[] bytes);

  /** Throws an {@link IllegalArgumentException} if the text is not of this form. */
  abstract byte[] read(String text);

  @Override
  public String toString() {
    return member.substring(1);
  }
}
