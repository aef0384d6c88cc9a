// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import org.jspecify.annotations.Nullable;

/** Reads {@code X-Forwarded-For: client, proxy1} and {@code X-Forwarded-Proto: https}. */
final class XForwardedHops implements ProxyHops {
  private final ListFromEnd nodes;
  private final ListFromEnd schemes;

  XForwardedHops(Headers headers) {
    nodes = new ListFromEnd(headers.all("X-Forwarded-For"));
    schemes = new ListFromEnd(headers.all("X-Forwarded-Proto"));
  }

  @Override
  public @Nullable ProxyHop next() {
    String node = nodes.next();
    String scheme = schemes.next();
    return node == null && scheme == null ? null : ProxyHop.of(node, scheme);
  }
}
