// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.HttpCall;
import dev.sockeye.engineio.client.spi.HttpCallback;
import dev.sockeye.engineio.spi.Scheduler;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: over a connection that waits or over a new one. On its event loop, whose
 * thread alone touches the fields.
 */
final class NettyHttpCall
    implements Scheduler.Cancellable, NettyConnector.Callback, NettyHttpConnection.Answer {
  private final HttpCall call;
  private final NettyScheduler scheduler;
  private final NettyConnector connector;
  private final int maxHeaderBytes;
  private final HttpCallback callback;

  /** What {@link #cancel} gives up; null before the start and after the end. */
  private Scheduler.@Nullable Cancellable step;

  /** Whether the connection had served before, so that it may have been closed meanwhile. */
  private boolean reused;

  private boolean done;

  NettyHttpCall(
      HttpCall call,
      NettyScheduler scheduler,
      NettyConnector connector,
      int maxHeaderBytes,
      HttpCallback callback) {
    this.call = call;
    this.scheduler = scheduler;
    this.connector = connector;
    this.maxHeaderBytes = maxHeaderBytes;
    this.callback = callback;
  }

  void start() {
    NettyHttpConnection waiting = scheduler.pool().take(call.route());
    if (waiting == null) {
      connect();
    } else {
      reused = true;
      send(waiting);
    }
  }

  private void connect() {
    reused = false;
    Scheduler.Cancellable connect =
        NettyConnect.begin(connector, call.route(), scheduler.loop(), this);
    if (!done && step == null) {
      step = connect;
    }
  }

  private void send(NettyHttpConnection connection) {
    step = connection::close;
    connection.send(call, this);
  }

  @Override
  public void onConnected(Channel channel) {
    send(NettyHttpConnection.start(channel, call.route(), scheduler.pool(), maxHeaderBytes));
  }

  @Override
  public void onResponse(int status, Headers headers, RawData body) {
    if (finish()) {
      callback.onResponse(status, headers, body);
    }
  }

  @Override
  public void onFailure(Throwable error, boolean unanswered) {
    if (reused && unanswered && !done && call.method().equals("GET")) {
      step = null;
      connect();
    } else {
      onFailure(error);
    }
  }

  @Override
  public void onFailure(Throwable error) {
    if (finish()) {
      callback.onFailure(error);
    }
  }

  @Override
  public void cancel() {
    Scheduler.Cancellable given = step;
    if (finish() && given != null) {
      given.cancel();
    }
  }

  /** Whether it is the first end. */
  private boolean finish() {
    boolean first = !done;
    done = true;
    step = null;
    return first;
  }
}
