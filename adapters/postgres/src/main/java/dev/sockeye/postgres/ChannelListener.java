// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

/**
 * Gets what comes by one channel, in the thread of the {@link Subscriber}, which it must not block.
 */
interface ChannelListener {
  /** The channel is listened to, for the first time. */
  void onListening();

  /** A notification that is a message: its JSON. */
  void onPayload(String payload);

  /** Whether a message in the table is wanted. */
  boolean wants(AttachmentHeader header);

  /** A message that came through the table. */
  void onAttachment(byte[] row);

  /** A message that can't be had. */
  void onGarbage(RuntimeException why);

  /** The connection is lost. */
  void onLost(Exception why);

  /** The connection is back, all channels are listened to, and what is published arrives. */
  void onRestored();
}
