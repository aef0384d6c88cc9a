// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.cluster;

import java.util.List;
import java.util.Objects;

/** What goes over the wire: each record is a JSON object, and the same on Node.js. */
final class Events {
  private Events() {}

  /** What a page sends to be let in: also when it comes back, perhaps to another node. */
  record Login(String name, String room) {
    Login {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(room, "room");
    }
  }

  /**
   * A message of a page.
   *
   * @param id chosen by the page, which may have to send it twice when its node dies
   */
  record Say(String id, String text) {
    private static final int MAX_ID = 64;
    private static final int MAX_TEXT = 2_000;

    Say {
      if (id.length() > MAX_ID || text.isBlank() || text.length() > MAX_TEXT) {
        throw new IllegalArgumentException("a message has 1 to " + MAX_TEXT + " characters");
      }
    }
  }

  /** A message for those in the room. */
  record Said(String id, String author, String node, String room, String text) {}

  /** Somebody waves. */
  record Wave(String from, String node) {}

  /** Somebody waved back, or has left meanwhile: then the node is empty. */
  record WavedBack(String node) {}

  /**
   * Who a node is.
   *
   * @param kind {@code java} or {@code node}
   */
  record NodeInfo(String name, String kind, String runtime) {
    NodeInfo {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(runtime, "runtime");
    }
  }

  /** Somebody, as the pages show them. */
  record User(String id, String name, String room) {}

  /** A node with those who are on it. */
  record NodeState(String name, String kind, String runtime, List<User> users) {}
}
