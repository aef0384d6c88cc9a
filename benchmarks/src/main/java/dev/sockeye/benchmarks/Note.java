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
  /** The note as each server must write it: the fields in this order, without white space. */
  public static String json(int id) {
    return "{\"id\":"
        + id
        + ",\"user\":\"ada.lovelace\",\"text\":\"the quick brown fox jumps over it\",\"sent\":1763800000000}";
  }
}
