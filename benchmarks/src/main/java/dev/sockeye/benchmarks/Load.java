// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.channel.ChannelHandler;

/**
 * What a workload needs to make its load.
 *
 * @param target the server under test
 */
record Load(Generator generator, Target target, Meter meter) {
  int port() {
    return target.port();
  }

  /** The request that opens a WebSocket with a session of its own. */
  byte[] webSocketRequest() {
    return target.setting() == Setting.DEFLATE
        ? Wire.deflatingRequest(port())
        : Wire.webSocketRequest(port(), "");
  }

  /** Connects; the handler hears of it by {@code channelActive}, or of the failure by the meter. */
  void connect(ChannelHandler handler) {
    connect(handler, 0);
  }

  /** As {@link #connect(ChannelHandler)}, for one of several connections, which has this number. */
  void connect(ChannelHandler handler, int number) {
    generator.connect(target.node(number), handler, meter);
  }

  /** As {@link #connect(ChannelHandler)}, for one connection of very many that soon end. */
  void connectShortly(ChannelHandler handler) {
    generator.connectShortly(target, handler, meter);
  }

  /** As {@link #connect(ChannelHandler)}, for a client that will be slow to read. */
  void connectWithSmallBuffer(ChannelHandler handler) {
    generator.connectWithSmallBuffer(target, handler, meter);
  }
}
