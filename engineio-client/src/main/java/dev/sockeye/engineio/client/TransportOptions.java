// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is different for one transport: whatever is set here takes the place of the client's own
 * option. Immutable; each method returns a changed copy.
 *
 * @param path the path; null for the client's
 * @param query parameters that are added to the client's, or replace those of the same name
 * @param extraHeaders headers that are added to the client's, or replace those of the same name;
 *     not to be changed
 * @param forceBase64 whether blobs travel as text; null for the client's
 * @param timestampRequests whether requests are stamped; null for the client's
 */
public record TransportOptions(
    @Nullable String path,
    Map<String, String> query,
    Headers extraHeaders,
    @Nullable Boolean forceBase64,
    @Nullable Boolean timestampRequests) {
  private static final TransportOptions NONE =
      new TransportOptions(null, Map.of(), Headers.create(), null, null);

  /** Checks and copies the parts. */
  public TransportOptions {
    if (path != null) {
      EngineOptionsBuilder.checkPath(path);
    }
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    extraHeaders = Headers.create().addAll(extraHeaders);
  }

  /** Nothing is different. */
  public static TransportOptions none() {
    return NONE;
  }

  /**
   * Another path.
   *
   * @throws IllegalArgumentException as {@link EngineOptionsBuilder#path}
   */
  public TransportOptions path(String path) {
    return new TransportOptions(path, query, extraHeaders, forceBase64, timestampRequests);
  }

  /** Parameters that are added to the client's, or replace those of the same name. */
  public TransportOptions query(Map<String, String> query) {
    return new TransportOptions(path, query, extraHeaders, forceBase64, timestampRequests);
  }

  /** Headers that are added to the client's, or replace those of the same name. */
  public TransportOptions extraHeaders(Headers headers) {
    return new TransportOptions(path, query, headers, forceBase64, timestampRequests);
  }

  /** Whether blobs travel as text. */
  public TransportOptions forceBase64(boolean force) {
    return new TransportOptions(path, query, extraHeaders, force, timestampRequests);
  }

  /** Whether requests are stamped. */
  public TransportOptions timestampRequests(boolean stamp) {
    return new TransportOptions(path, query, extraHeaders, forceBase64, stamp);
  }
}
