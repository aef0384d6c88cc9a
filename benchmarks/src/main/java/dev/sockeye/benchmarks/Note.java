// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

/**
 * What the text scenarios send: about 100 bytes of JSON. The typed scenario binds it to this
 * record.
 *
 * @param id tells one message in flight from another
 * @param user who wrote it
 * @param text what was written
 * @param sent when, in milliseconds since 1970
 */
public record Note(int id, String user, String text, long sent) {
  static final String USER = "ada.lovelace";
  static final String TEXT = "the quick brown fox jumps over it";
  static final long SENT = 1_763_800_000_000L;

  /** The note as each server must write it: the fields in this order, without white space. */
  public static String json(int id) {
    return "{\"id\":"
        + id
        + (",\"user\":\"" + USER + "\",\"text\":\"" + TEXT + "\",\"sent\":" + SENT + "}");
  }
}
