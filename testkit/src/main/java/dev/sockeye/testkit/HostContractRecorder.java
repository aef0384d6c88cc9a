// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import dev.sockeye.engineio.spi.WebSocketListener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a host tells a WebSocket listener, a line each: {@code open}, {@code text
 * hello}, {@code binary 3}, {@code writable}, {@code close 1000}. A line that came on another
 * thread than the scheduler's says so. Tests wait for lines with {@link #next()}.
 */
final class HostContractRecorder implements WebSocketListener {
  private static final int PATIENCE_SECONDS = 20;

  private final Scheduler scheduler;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final CompletableFuture<WebSocketConnection> connection = new CompletableFuture<>();
  private volatile Consumer<WebSocketConnection> onOpen = opened -> {};
  private volatile boolean echoing;
  private volatile @Nullable Throwable error;

  HostContractRecorder(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Sends each message back. */
  HostContractRecorder echoing() {
    echoing = true;
    return this;
  }

  /** Does something when the WebSocket opens. */
  HostContractRecorder onOpen(Consumer<WebSocketConnection> action) {
    onOpen = action;
    return this;
  }

  /** The next line; waits for it. */
  String next() {
    try {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return line == null ? "nothing" : line;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What {@code onClose} said was wrong. */
  @Nullable Throwable error() {
    return error;
  }

  /** Does something with the connection, on its thread; waits until it is done. */
  void onThread(Consumer<WebSocketConnection> action) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    scheduler.execute(
        () -> {
          action.accept(connection.join());
          done.complete(null);
        });
    done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  static Frame text(String text) {
    return new Frame(Frame.NO_PREFIX, RawData.text(text), false, false);
  }

  private void record(String line) {
    lines.add(scheduler.inThread() ? line : line + " on a foreign thread");
  }

  private void echo(RawData data) {
    if (echoing) {
      WebSocketConnection open = connection.join();
      open.send(new Frame(Frame.NO_PREFIX, data, false, false));
      open.flush();
    }
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
    echo(RawData.text(utf8, 0, utf8.length));
  }

  @Override
  public void onBinary(byte[] bytes) {
    record("binary " + bytes.length);
    echo(RawData.binary(bytes));
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
