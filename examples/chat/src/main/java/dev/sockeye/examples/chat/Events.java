// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.chat;

import java.util.List;
import java.util.Objects;

/** What goes over the wire: each record is a JSON object. */
final class Events {
  private Events() {}

  /**
   * What a page sends to be let in.
   *
   * @param key proves that a name is still its owner's, who may be back before the server noticed
   *     that they were gone; never shown to others
   */
  record Login(String name, String key) {
    Login {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(key, "key");
    }

    boolean takesTheNameOf(Login other) {
      return name.equalsIgnoreCase(other.name) && !key.equals(other.key);
    }
  }

  /**
   * A message to the room that its author is in.
   *
   * @param nonce chosen by the page, which knows the message again by it in the room's history
   */
  record Say(String nonce, String text) {
    private static final int MAX_TEXT = 2000;
    private static final int MAX_NONCE = 64;

    Say {
      if (nonce.length() > MAX_NONCE || text.isBlank() || text.length() > MAX_TEXT) {
        throw new IllegalArgumentException("a message has 1 to " + MAX_TEXT + " characters");
      }
    }
  }

  /** What a page gets for {@code enter} and {@code say}. */
  sealed interface Answer {}

  record Entered(String room, List<String> people, List<Message> history) implements Answer {}

  record Message(long number, String room, String nonce, String author, String text, long at)
      implements Answer {}

  record Problem(String error) implements Answer {}

  record RoomState(String name, int people, long messages) {}

  record People(String room, List<String> names) {}

  record Typing(String name, boolean typing) {}
}
