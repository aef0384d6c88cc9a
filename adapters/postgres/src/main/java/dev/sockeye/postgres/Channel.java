// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The names of channels: {@code socket.io#/chat}. */
final class Channel {
  // What PostgreSQL keeps of an identifier: LISTEN cuts off the rest without a word.
  private static final int MAX_BYTES = 63;

  private Channel() {}

  /**
   * The channel of a namespace.
   *
   * @throws IllegalArgumentException if its name is too long
   */
  static String of(String prefix, String namespace) {
    String channel = prefix + '#' + namespace;
    int bytes = channel.getBytes(UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "the namespace %s needs the channel %s, which has %d bytes; PostgreSQL allows %d: choose a shorter namespace or channelPrefix"
              .formatted(namespace, channel, bytes, MAX_BYTES));
    }
    return channel;
  }

  /** As an identifier in a statement. */
  static String quoted(String channel) {
    return '"' + channel.replace("\"", "\"\"") + '"';
  }
}
