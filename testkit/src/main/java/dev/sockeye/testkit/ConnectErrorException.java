// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import org.jspecify.annotations.Nullable;

/**
 * The server has refused a {@link TestClient}; what a JavaScript client hears as {@code
 * connect_error}. The message is the server's.
 */
public final class ConnectErrorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable Object data;

  ConnectErrorException(String message, @Nullable Object data) {
    super(message);
    this.data = data;
  }

  /** What the server says besides, in its natural form: a map, a list, a string …; or null. */
  public @Nullable Object data() {
    return data;
  }
}
