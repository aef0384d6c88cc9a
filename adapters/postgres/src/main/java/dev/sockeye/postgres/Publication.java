// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

/** What is to be published. */
sealed interface Publication {
  String channel();

  /** What it takes while it waits. */
  int bytes();

  /**
   * A message that fits into a notification.
   *
   * @param payload its JSON
   */
  record Plain(String channel, String payload) implements Publication {
    @Override
    public int bytes() {
      return payload.length();
    }
  }

  /**
   * A message that goes through the table.
   *
   * @param header what the notification says before the row's number
   * @param row its MessagePack
   */
  record Attached(String channel, String header, byte[] row) implements Publication {
    /** With the header that npm writes: {@code {"uid":"…","type":3,"attachmentId":"1"}}. */
    static Attached of(String channel, String uid, int type, byte[] row) {
      return new Attached(
          channel, "{\"uid\":\"" + uid + "\",\"type\":" + type + ",\"attachmentId\":\"", row);
    }

    @Override
    public int bytes() {
      return row.length;
    }
  }
}
