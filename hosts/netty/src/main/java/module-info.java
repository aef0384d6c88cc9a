// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** Serves Engine.IO over HTTP/1.1 and WebSocket on Netty. */
@NullMarked
module dev.sockeye.netty {
  requires transitive dev.sockeye.engineio.server;
  requires dev.sockeye.websocket;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.haproxy;
  requires io.netty.codec.http;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  requires io.netty.transport.classes.epoll;
  requires static io.netty.transport.classes.io_uring;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports dev.sockeye.netty;

  provides dev.sockeye.engineio.server.spi.HostProvider with
      dev.sockeye.netty.NettyHostProvider;
}
