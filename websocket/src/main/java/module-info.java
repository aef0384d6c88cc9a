// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** An open WebSocket on Netty: what the Netty host and the client have in common. Not for users. */
@NullMarked
@SuppressWarnings("module") // Those who may use it are compiled after it.
module dev.sockeye.websocket {
  requires transitive dev.sockeye.engineio;
  requires transitive io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.common;
  requires io.netty.handler;
  requires transitive io.netty.transport;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports dev.sockeye.websocket to
      dev.sockeye.engineio.client,
      dev.sockeye.netty;
}
