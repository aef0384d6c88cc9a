// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

/** The registration of a listener. */
@FunctionalInterface
public interface Subscription {
  /** Removes the listener; a call that has begun still ends. Does nothing the second time. */
  void cancel();
}
