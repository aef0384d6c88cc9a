// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.HttpCallback;
import dev.sockeye.engineio.client.spi.WebSocketCallback;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a network tells, a line each: {@code 200 hello}, {@code failure}, {@code open},
 * {@code text hello}, {@code binary 3}, {@code writable}, {@code close 1000}. A line that came on
 * another thread than the scheduler's says so. Tests wait for lines with {@link #next()}.
 */
public final class NetworkRecorder implements HttpCallback, WebSocketCallback {
  private static final int PATIENCE_SECONDS = 20;

  private final Scheduler scheduler;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final CompletableFuture<WebSocketConnection> connection = new CompletableFuture<>();
  private volatile Scheduler.@Nullable Cancellable cancellable;
  private volatile Consumer<WebSocketConnection> onOpen = opened -> {};
  private volatile Headers headers = Headers.create();
  private volatile RawData body = RawData.text("");
  private volatile @Nullable Throwable error;

  NetworkRecorder(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  NetworkRecorder onOpen(Consumer<WebSocketConnection> action) {
    onOpen = action;
    return this;
  }

  void cancellable(Scheduler.Cancellable begun) {
    cancellable = begun;
  }

  /** Gives up what was begun; waits until that is done. */
  public NetworkRecorder cancel() {
    onThread(
        () -> {
          Scheduler.Cancellable begun = cancellable;
          if (begun != null) {
            begun.cancel();
          }
        });
    return this;
  }

  /** The next line; waits for it. */
  public String next() {
    try {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return line == null ? "nothing" : line;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether there is no line that has not been read. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The headers of the response. */
  public Headers headers() {
    return headers;
  }

  /** The body of the response. */
  public RawData body() {
    return body;
  }

  /** What was said to be wrong. */
  public @Nullable Throwable error() {
    return error;
  }

  /** Does something with the WebSocket, on its thread; waits until it is done. */
  public void onThread(Consumer<WebSocketConnection> action) {
    onThread(() -> action.accept(connection.join()));
  }

  private void onThread(Runnable action) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    scheduler.execute(
        () -> {
          action.run();
          done.complete(null);
        });
    done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private void record(String line) {
    lines.add(scheduler.inThread() ? line : line + " on a foreign thread");
  }

  @Override
  public void onResponse(int status, Headers received, RawData text) {
    headers = received;
    body = text;
    record((status + " " + text).trim());
  }

  @Override
  public void onFailure(Throwable wrong) {
    error = wrong;
    record("failure");
  }

  @Override
  public void onOpen(WebSocketConnection opened) {
    connection.complete(opened);
    record("open");
    onOpen.accept(opened);
  }

  @Override
  public void onText(byte[] utf8) {
    record("text " + new String(utf8, UTF_8));
  }

  @Override
  public void onBinary(byte[] bytes) {
    record("binary " + bytes.length);
  }

  @Override
  public void onWritable() {
    record("writable");
  }

  @Override
  public void onClose(int code, @Nullable Throwable wrong) {
    error = wrong;
    record("close " + code);
  }
}
