// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Session ids of 120 random bits: 20 characters of base64url, as the reference's {@code base64id}.
 */
final class RandomIds implements Function<Request, CompletionStage<String>> {
  private static final int BYTES = 15;

  private final SecureRandom random = new SecureRandom();

  @Override
  public CompletionStage<String> apply(Request request) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return CompletableFuture.completedFuture(Base64.getUrlEncoder().encodeToString(bytes));
  }
}
