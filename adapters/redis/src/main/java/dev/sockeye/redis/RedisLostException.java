// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Redis didn't take a message, or nobody knows whether it did: it can't be reached, doesn't answer,
 * or too much waits for it already. Sockets of this server have got what was for them.
 */
public final class RedisLostException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  RedisLostException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
