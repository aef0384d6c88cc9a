// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.adapter.spi.Envelope;

/** What waits for answers of other nodes. Safe for use from any thread. */
interface PendingRequest {
  /** An answer has come; one that doesn't fit the request is ignored. */
  void onResponse(Envelope response);

  /** The number of other nodes that were asked is known now. */
  void onExpected(int nodes);

  /** A node is gone and won't answer. */
  void onNodeGone(String uid);

  /** Nothing more will come in time. */
  void onTimeout();

  /** It can't be done at all. */
  void onFailure(Throwable why);

  /** Whether it waits for nothing any more. */
  boolean isDone();
}
