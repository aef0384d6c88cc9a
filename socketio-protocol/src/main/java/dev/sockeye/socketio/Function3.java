// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import org.jspecify.annotations.Nullable;

/**
 * Makes a result of three arguments.
 *
 * @param <A> the first one's type
 * @param <B> the second one's type
 * @param <C> the third one's type
 * @param <R> the result's type
 */
@FunctionalInterface
public interface Function3<A, B, C, R extends @Nullable Object> {
  /** The result. */
  R apply(A first, B second, C third);
}
