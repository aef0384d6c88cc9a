// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.Headers;

/**
 * A request for a {@link LocalHost}.
 *
 * @param method the method
 * @param path the path
 * @param query the query, without the question mark
 * @param headers the headers
 */
public record LocalRequest(String method, String path, String query, Headers headers) {
  /** A request without headers. */
  public static LocalRequest of(String method, String path, String query) {
    return new LocalRequest(method, path, query, Headers.create());
  }
}
