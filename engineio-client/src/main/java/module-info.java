// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** The Engine.IO client: connections, transports, upgrade, heartbeat and cookies. */
@NullMarked
module dev.sockeye.engineio.client {
  requires transitive dev.sockeye.engineio;
  requires dev.sockeye.websocket;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.handler.proxy;
  requires io.netty.transport;
  requires io.netty.transport.classes.epoll;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports dev.sockeye.engineio.client;
  exports dev.sockeye.engineio.client.spi;
}
