// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

/** The colours of the terminal, by what they are for. */
enum Style {
  EVENT("36"),
  ANSWER("32"),
  NEWS("2"),
  ERROR("31"),
  RAW("35");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String paint(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
