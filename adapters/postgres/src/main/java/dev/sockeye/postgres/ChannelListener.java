// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

/** Gets what comes by one channel, in the thread of the {@link Subscriber}. */
interface ChannelListener {
  /** The channel is listened to, for the first time. */
  void onListening();

  /** A message that came whole: its JSON. */
  void onPayload(String payload);

  /**
   * The number of the row to which a notification refers, if it refers to one and is wanted.
   *
   * @return null if the notification is to be given to {@link #onPayload}, {@link #UNWANTED} if it
   *     needs no more attention
   */
  @org.jspecify.annotations.Nullable Long attachmentOf(String payload);

  /** A message that came through the table. */
  void onAttachment(byte[] row);

  /** A notification whose row can't be had. */
  void onMissing(String why);

  /** The connection is lost. */
  void onLost(Exception why);

  /** The connection is back, and the channel listened to. */
  void onRestored();

  /** Stands for a row that need not be fetched. */
  Long UNWANTED = -1L;
}
