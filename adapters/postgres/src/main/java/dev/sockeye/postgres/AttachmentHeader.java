// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.ParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A notification that refers to a row of the table: {@code
 * {"uid":"d8a681365a0df301","type":3,"attachmentId":"1"}}.
 *
 * @param uid the sender; "" if it isn't said
 * @param id the number of the row
 */
record AttachmentHeader(String uid, long id) {
  private static final String KEY = "attachmentId";

  /** Reads a payload; empty if it is something else. */
  static Optional<AttachmentHeader> parse(String payload) {
    // Most payloads are messages, and are not read twice for this.
    if (!payload.contains("\"" + KEY + "\"") || payload.charAt(0) != '{') {
      return Optional.empty();
    }
    try {
      Map<String, Json> fields = Json.of(payload).members();
      Json id = fields.get(KEY);
      return id == null
          ? Optional.empty()
          : Optional.of(new AttachmentHeader(text(fields.get("uid")), Long.parseLong(text(id))));
    } catch (IllegalArgumentException | ParseException e) {
      return Optional.empty(); // whoever reads it as a message says what is wrong with it
    }
  }

  private static String text(@Nullable Json value) {
    return value == null ? "" : value.string().orElseGet(value::toString);
  }
}
