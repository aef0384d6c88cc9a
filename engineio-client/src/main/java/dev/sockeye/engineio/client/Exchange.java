// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.HttpCallback;
import dev.sockeye.engineio.spi.Scheduler;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request of long-polling, which may have a time limit of its own. Connection's thread only.
 */
final class Exchange extends ResponseSteps implements HttpCallback, Scheduler.Cancellable {
  private final EngineOptions options;
  private final Scheduler scheduler;
  private final HttpCallback callback;

  /** Null before the request is sent. */
  private Scheduler.@Nullable Cancellable call;

  /** Null where {@code requestTimeout} isn't set. */
  private Scheduler.@Nullable Cancellable timer;

  private boolean over;

  Exchange(EngineOptions options, Scheduler scheduler, HttpCallback callback) {
    super(options);
    this.options = options;
    this.scheduler = scheduler;
    this.callback = callback;
  }

  void begin(Scheduler.Cancellable call) {
    this.call = call;
    if (!over && !options.requestTimeout.isZero()) {
      timer = scheduler.schedule(this::expire, options.requestTimeout.toNanos());
    }
  }

  private void expire() {
    if (!over) {
      cancel();
      callback.onFailure(
          new SocketTimeoutException(
              "no response within requestTimeout " + options.requestTimeout));
    }
  }

  @Override
  public void cancel() {
    if (end() && call != null) {
      call.cancel();
    }
  }

  @Override
  public void onResponse(int status, Headers headers, RawData body) {
    if (!end()) {
      return;
    }
    try {
      pass(status, headers);
    } catch (RuntimeException e) {
      callback.onFailure(e);
      return;
    }
    callback.onResponse(status, headers, body);
  }

  @Override
  public void onFailure(Throwable error) {
    if (end()) {
      callback.onFailure(error);
    }
  }

  /** Returns whether it was not over yet. */
  private boolean end() {
    if (over) {
      return false;
    }
    over = true;
    if (timer != null) {
      timer.cancel();
    }
    return true;
  }
}
