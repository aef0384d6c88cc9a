// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.HttpCall;
import dev.sockeye.engineio.client.spi.HttpCallback;
import dev.sockeye.engineio.spi.Scheduler;
import java.io.IOException;

/** A client's HTTP request on a {@link LocalNetwork}, to be answered. */
public final class LocalCall implements Scheduler.Cancellable {
  private final HttpCall call;
  private final ManualScheduler scheduler;
  private final HttpCallback callback;
  private Runnable onCancel = () -> {};
  private boolean over;
  private boolean cancelled;

  LocalCall(HttpCall call, ManualScheduler scheduler, HttpCallback callback) {
    this.call = call;
    this.scheduler = scheduler;
    this.callback = callback;
  }

  /** The request. */
  public HttpCall call() {
    return call;
  }

  /** Its body as text; empty if there is none. */
  public String body() {
    RawData body = call.body();
    return body == null ? "" : body.text();
  }

  /** Whether the client has given it up. */
  public boolean isCancelled() {
    return cancelled;
  }

  /** Answers with status 200, and runs what is pending. */
  public LocalCall respond(String body) {
    return respond(200, Headers.create(), body);
  }

  /** Answers, and runs what is pending. */
  public LocalCall respond(int status, Headers headers, String body) {
    answer(status, headers, RawData.text(body));
    scheduler.runPending();
    return this;
  }

  /** Loses the connection before an answer, and runs what is pending. */
  public LocalCall drop() {
    end(() -> callback.onFailure(new IOException("connection reset")));
    scheduler.runPending();
    return this;
  }

  void answer(int status, Headers headers, RawData body) {
    end(() -> callback.onResponse(status, headers, body));
  }

  void onCancel(Runnable action) {
    onCancel = action;
  }

  private void end(Runnable outcome) {
    if (over) {
      throw new IllegalStateException(this + (cancelled ? " was given up" : " was answered"));
    }
    over = true;
    scheduler.execute(
        () -> {
          if (!cancelled) {
            outcome.run();
          }
        });
  }

  /** The client gives it up. */
  @Override
  public void cancel() {
    if (!cancelled) {
      cancelled = true;
      over = true;
      onCancel.run();
    }
  }

  /** The request line. */
  @Override
  public String toString() {
    return call.method() + " " + call.target();
  }
}
