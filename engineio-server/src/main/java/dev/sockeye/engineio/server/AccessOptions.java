// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.SessionCookie;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who may connect, and what the responses carry; each is null where the option isn't set. What each
 * one means is said at its setter in {@link AccessOptionsBuilder}.
 */
record AccessOptions(
    @Nullable SessionCookie cookie,
    @Nullable SessionCookie sessionBinding,
    @Nullable Function<? super Request, ? extends CompletionStage<Cors>> cors,
    @Nullable Function<? super Request, ? extends CompletionStage<Decision>> allowRequest,
    @Nullable OriginPolicy allowedOrigins,
    @Nullable TrustedProxies trustedProxies,
    Duration hookTimeout) {

  AccessOptions {
    if (cookie != null && sessionBinding != null && cookie.name().equals(sessionBinding.name())) {
      throw new IllegalArgumentException(
          "cookie and sessionBinding are two cookies and need two names, not both '"
              + cookie.name()
              + "'");
    }
  }

  Patience patience() {
    return new Patience(hookTimeout);
  }
}
