// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.websocket.LoopScheduler;
import io.netty.channel.EventLoop;
import java.time.Duration;

/** An event loop with the HTTP connections that wait there. */
final class NettyScheduler extends LoopScheduler {
  private final NettyPool<NettyHttpConnection> pool;

  NettyScheduler(EventLoop loop, Duration keepAlive) {
    super(loop);
    this.pool = new NettyPool<>(loop, keepAlive);
  }

  /** For the loop's thread. */
  NettyPool<NettyHttpConnection> pool() {
    return pool;
  }
}
