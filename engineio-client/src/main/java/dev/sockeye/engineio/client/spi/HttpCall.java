// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client.spi;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request. Redirects are not followed: a redirect is a response.
 *
 * @param route where it goes
 * @param method such as {@code GET}
 * @param target the path and the query, encoded as they are sent
 * @param headers all but {@code Host}, {@code Content-Length} and {@code Connection}, which the
 *     network adds
 * @param body null if there is none
 * @param maxResponseBytes the size of the largest body that is received, inflated if it was
 *     compressed; a larger one is a failure
 */
public record HttpCall(
    Route route,
    String method,
    String target,
    Headers headers,
    @Nullable RawData body,
    int maxResponseBytes) {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the target has what can't be in the line of a request, as a
   *     space, or the limit isn't positive
   */
  public HttpCall {
    Objects.requireNonNull(route, "route");
    Objects.requireNonNull(method, "method");
    checkTarget(target);
    Objects.requireNonNull(headers, "headers");
    if (maxResponseBytes <= 0) {
      throw new IllegalArgumentException(
          "maxResponseBytes must be positive, not " + maxResponseBytes);
    }
  }

  /** Whatever else came from outside, no line break gets into the head of a request. */
  static void checkTarget(String target) {
    if (!target.startsWith("/") || !target.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "a target is a path from / on, encoded, not '" + target.replaceAll("[^ -~]", "?") + "'");
    }
  }
}
