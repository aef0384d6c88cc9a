// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.spi.Scheduler;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request in memory, with both of its ends: what a handler sees of it, and what a test does with
 * it and sees of the response.
 *
 * <p>The body is what {@link #sendChunk} was given up to {@link #endBody}, before or after the
 * handler asks for it; it arrives as tasks of the scheduler.
 */
public class LocalExchange implements HttpExchange {
  private final LocalRequest request;
  private final Scheduler scheduler;

  // Guarded by this object's lock: tests may use several threads.
  private final Queue<byte[]> chunks = new ArrayDeque<>();
  private boolean bodyEnded;
  private boolean aborted;
  private boolean bodyAskedFor;

  /** Null before the body is asked for and once it has ended; scheduler's thread only. */
  private @Nullable BodyReader reader;

  private @Nullable Runnable onAbort;
  private @Nullable HttpResponse response;

  /** Set before the request is handled; null if nobody waits. */
  private @Nullable Consumer<HttpResponse> onResponse;

  LocalExchange(LocalRequest request, Scheduler scheduler) {
    this.request = request;
    this.scheduler = scheduler;
  }

  // --- the handler's end

  @Override
  public final String method() {
    return request.method();
  }

  @Override
  public final String path() {
    return request.path();
  }

  @Override
  public final String query() {
    return request.query();
  }

  @Override
  public final Headers headers() {
    return request.headers();
  }

  @Override
  public final InetSocketAddress remoteAddress() {
    return LocalHost.CLIENT;
  }

  @Override
  public final boolean isSecure() {
    return false;
  }

  @Override
  public final Scheduler scheduler() {
    return scheduler;
  }

  @Override
  public final synchronized void readBody(BodyReader reader) {
    if (bodyAskedFor) {
      throw new IllegalStateException("the body was asked for already");
    }
    bodyAskedFor = true;
    this.reader = reader;
    scheduler.execute(this::deliverBody);
  }

  private void deliverBody() {
    while (reader != null) {
      BodyReader to = reader;
      byte[] chunk;
      synchronized (this) {
        chunk = chunks.poll();
        if (aborted || (chunk == null && !bodyEnded)) {
          return;
        }
        if (chunk == null) {
          reader = null;
        }
      }
      if (chunk == null) {
        to.onEnd();
      } else if (!to.onChunk(chunk)) {
        reader = null;
      }
    }
  }

  @Override
  public final void onAbort(Runnable action) {
    boolean now;
    synchronized (this) {
      onAbort = action;
      now = aborted;
    }
    if (now) {
      action.run();
    }
  }

  @Override
  public final void respond(HttpResponse response) {
    synchronized (this) {
      if (this.response != null) {
        throw new IllegalStateException("there was a response already: " + this.response.status());
      }
      if (aborted) {
        return;
      }
      this.response = response;
    }
    if (onResponse != null) {
      onResponse.accept(response);
    }
  }

  /** Lets somebody know when the response comes; before the request is handled. */
  final void onResponse(Consumer<HttpResponse> action) {
    onResponse = action;
  }

  // --- the test's end

  /** Sends a part of the request's body. */
  public final synchronized LocalExchange sendChunk(byte[] chunk) {
    chunks.add(chunk);
    scheduler.execute(this::deliverBody);
    return this;
  }

  /** Ends the request's body. */
  public final synchronized LocalExchange endBody() {
    bodyEnded = true;
    scheduler.execute(this::deliverBody);
    return this;
  }

  /** Loses the connection, unless the response has come already. */
  public final synchronized void abort() {
    if (response == null && !aborted) {
      aborted = true;
      if (onAbort != null) {
        scheduler.execute(onAbort);
      }
    }
  }

  /** Whether there is a response. */
  public final synchronized boolean isAnswered() {
    return response != null;
  }

  /**
   * The response.
   *
   * @throws IllegalStateException if there is none yet
   */
  public final synchronized HttpResponse response() {
    if (response == null) {
      throw new IllegalStateException(method() + " " + path() + "?" + query() + ": no answer yet");
    }
    return response;
  }

  /** The status of the response. */
  public final int status() {
    return response().status();
  }

  /** The response's body as text. */
  public final String body() {
    return new String(response().body(), UTF_8);
  }

  /** The value of a header of the response; empty if there is none. */
  public final String header(String name) {
    return response().headers().first(name).orElse("");
  }
}
