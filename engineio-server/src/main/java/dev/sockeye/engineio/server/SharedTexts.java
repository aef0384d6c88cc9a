// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Texts that requests have in common (header names, browsers, languages, paths): each kept once,
 * not once for every session that remembers the request with which it began. Its size is fixed:
 * whatever clients send only makes it forget. Safe for use from any thread.
 */
final class SharedTexts {
  private static final int SLOTS = 1024;
  private static final int MAX_LENGTH = 256;

  // In a race two threads keep equal texts, and one of them is soon forgotten.
  private final AtomicReferenceArray<@Nullable String> texts = new AtomicReferenceArray<>(SLOTS);

  /** This text, or an equal one that is shared. */
  String share(String text) {
    if (text.length() > MAX_LENGTH) {
      return text;
    }
    int hash = text.hashCode();
    int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
    String kept = texts.getAcquire(slot);
    if (text.equals(kept)) {
      return kept;
    }
    texts.setRelease(slot, text);
    return text;
  }

  /** A copy of headers, of shared texts where it may be. */
  Headers share(Headers headers) {
    return headers.copy(this::share, (name, value) -> isSecret(name) ? value : share(value));
  }

  /** Whether a header's value is its client's own, so that it must not outlive its session here. */
  private static boolean isSecret(String name) {
    return name.equalsIgnoreCase("Cookie")
        || name.equalsIgnoreCase("Authorization")
        || name.equalsIgnoreCase("Proxy-Authorization")
        || name.equalsIgnoreCase("Sec-WebSocket-Key");
  }
}
