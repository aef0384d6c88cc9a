// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import java.util.regex.Pattern;

/** What goes over the wire: each record is a JSON object. */
final class Events {
  private Events() {}

  /**
   * What a client hears first.
   *
   * @param node the node that serves it
   * @param cookie the cookies of its handshake, as the node got them
   */
  record Welcome(String node, String cookie) {}

  /**
   * Something that a client wants to be kept. A client that doesn't get the answer sends it again,
   * with the same id: it may be kept twice, but never not at all.
   */
  record Note(String id) {
    private static final Pattern ID = Pattern.compile("[\\w.:-]{1,100}");

    Note {
      if (!ID.matcher(id).matches()) {
        throw new IllegalArgumentException(
            "the id of a note has 1 to 100 letters, digits and '_.:-'");
      }
    }
  }

  /**
   * The answer to a note, once it is kept.
   *
   * @param node the node that keeps it
   * @param number how many notes this node has kept since it was started
   */
  record Kept(String node, long number) {}
}
