// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import dev.sockeye.engineio.spi.WebSocketListener;
import io.netty.channel.EventLoop;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries the events of a WebSocket to a scheduler that is none of this host's loops, and what is
 * done with the WebSocket back to its loop: a task each way for each step.
 */
final class Hop implements WebSocketListener, WebSocketConnection {
  private final EventLoop loop;
  private final Scheduler scheduler;
  private final WebSocketListener listener;

  /** Set on the event loop before the listener hears of it; null before that. */
  private @Nullable WebSocketConnection connection;

  Hop(EventLoop loop, Scheduler scheduler, WebSocketListener listener) {
    this.loop = loop;
    this.scheduler = scheduler;
    this.listener = listener;
  }

  @Override
  public void onOpen(WebSocketConnection opened) {
    connection = opened;
    toListener(() -> listener.onOpen(this));
  }

  @Override
  public void onText(byte[] utf8) {
    toListener(() -> listener.onText(utf8));
  }

  @Override
  public void onBinary(byte[] bytes) {
    toListener(() -> listener.onBinary(bytes));
  }

  @Override
  public void onWritable() {
    toListener(listener::onWritable);
  }

  @Override
  public void onClose(int code, @Nullable Throwable error) {
    toListener(() -> listener.onClose(code, error));
  }

  @Override
  public void send(Frame frame) {
    toLoop(to -> to.send(frame));
  }

  @Override
  public void flush() {
    toLoop(WebSocketConnection::flush);
  }

  @Override
  public boolean isWritable() {
    WebSocketConnection opened = connection;
    return opened != null && opened.isWritable();
  }

  @Override
  public void setReadable(boolean readable) {
    toLoop(to -> to.setReadable(readable));
  }

  @Override
  public void close(int code) {
    toLoop(to -> to.close(code));
  }

  @Override
  public void abort() {
    toLoop(WebSocketConnection::abort);
  }

  private void toListener(Runnable event) {
    try {
      scheduler.execute(event);
    } catch (RejectedExecutionException e) {
      // The host of the scheduler has stopped: nobody is left to hear of this connection.
      abort();
    }
  }

  private void toLoop(Consumer<WebSocketConnection> act) {
    WebSocketConnection opened = connection;
    if (opened == null) {
      return;
    }
    try {
      loop.execute(() -> act.accept(opened));
    } catch (RejectedExecutionException e) {
      // The host has stopped, and with it the connection.
    }
  }
}
