// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the payload of a packet that only passes JSON on: an event's name, and arguments that are
 * {@link Json}. Their text is copied, and no JSON library has to be asked.
 *
 * <p>Any other argument is the library's, even a number: an application may have told it how.
 */
final class Relay {
  private Relay() {}

  /** Writes the payload, or nothing if there is more to it; tells which. */
  static boolean write(PacketType type, List<?> data, Scratch out) {
    if (!isPassedOn(type, data)) {
      return false;
    }
    out.write('[');
    for (int i = 0; i < data.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      if (data.get(i) instanceof Json json) {
        out.write(json.array(), json.offset(), json.length());
      } else {
        out.writeQuoted((String) data.get(i));
      }
    }
    out.write(']');
    return true;
  }

  private static boolean isPassedOn(PacketType type, List<?> data) {
    int arguments = type == PacketType.EVENT && !data.isEmpty() && isPlain(data.get(0)) ? 1 : 0;
    for (int i = arguments; i < data.size(); i++) {
      if (!(data.get(i) instanceof Json json) || !json.attachments().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is a name that JSON has as it is, a byte for each character. */
  private static boolean isPlain(@Nullable Object value) {
    if (!(value instanceof String name)) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }
}
