// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.cluster;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What goes over the wire: each record is a JSON object, and the same on Node.js. */
final class Events {
  private static final Pattern NAME = Pattern.compile("\\S(.{0,22}\\S)?");
  private static final Pattern ROOM = Pattern.compile("[a-z]{1,12}");

  private Events() {}

  /** What a page sends to be let in: also when it comes back, perhaps to another node. */
  record Login(String name, String room) {
    Login {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("A name has 1 to 24 characters.");
      }
      requireRoom(room);
    }
  }

  /** A room's name, checked. */
  static String requireRoom(String room) {
    if (!ROOM.matcher(room).matches()) {
      throw new IllegalArgumentException("A room is named in 1 to 12 small letters.");
    }
    return room;
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
