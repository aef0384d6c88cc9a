// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

import java.util.Optional;

/** Hears how a publication went: one of these, once, on any thread; it must not block. */
public interface PublishCallback {
  /**
   * The backend has the message.
   *
   * @param offset its place in the {@linkplain Bus#history() history}; empty if it isn't kept
   */
  void onPublished(Optional<String> offset);

  /** The backend doesn't have the message, or nobody knows. */
  void onFailure(Throwable why);
}
