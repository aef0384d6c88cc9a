// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.spi;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/**
 * A packet as the messages that carry it: one first, and its attachments.
 *
 * @param first the first message; its array is not changed afterwards
 * @param binary whether the first message is binary; a text in UTF-8 otherwise
 * @param attachments the binary messages that follow it
 */
public record EncodedPacket(ByteBuffer first, boolean binary, List<ByteBuffer> attachments) {
  /** Copies the list. */
  public EncodedPacket {
    Objects.requireNonNull(first, "first");
    attachments = List.copyOf(attachments);
  }
}
