// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.spi.Bounds;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What may differ from socket to socket of one client; those of the client are where it starts.
 * Immutable: each setter returns a changed copy.
 */
public final class SocketOptions {
  private final Auth auth;
  private final @Nullable Duration ackTimeout;
  private final int retries;

  SocketOptions(Auth auth, @Nullable Duration ackTimeout, int retries) {
    this.auth = auth;
    this.ackTimeout = ackTimeout;
    this.retries = retries;
  }

  /** As the client's option of the same name. */
  public SocketOptions auth(Object auth) {
    return new SocketOptions(Auth.of(auth), ackTimeout, retries);
  }

  /** As the client's option of the same name. */
  public SocketOptions auth(Supplier<? extends @Nullable Object> supplier) {
    return new SocketOptions(Auth.supplied(supplier), ackTimeout, retries);
  }

  /** As the client's option of the same name. */
  public SocketOptions authAsync(
      Supplier<? extends CompletionStage<? extends @Nullable Object>> supplier) {
    return new SocketOptions(Auth.async(supplier), ackTimeout, retries);
  }

  /** As the client's option of the same name. */
  public SocketOptions ackTimeout(Duration timeout) {
    return new SocketOptions(auth, Bounds.time("ackTimeout", timeout), retries);
  }

  /** As the client's option of the same name. */
  public SocketOptions retries(int retries) {
    return new SocketOptions(auth, ackTimeout, Bounds.notNegative("retries", retries));
  }

  Auth auth() {
    return auth;
  }

  @Nullable Duration ackTimeout() {
    return ackTimeout;
  }

  int retries() {
    return retries;
  }
}
