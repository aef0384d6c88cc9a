// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

/**
 * Takes four arguments.
 *
 * @param <A> the first one's type
 * @param <B> the second one's type
 * @param <C> the third one's type
 * @param <D> the fourth one's type
 */
@FunctionalInterface
public interface Consumer4<A, B, C, D> {
  /** Takes them. */
  void accept(A first, B second, C third, D fourth);
}
