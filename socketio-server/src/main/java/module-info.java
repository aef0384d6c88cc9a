// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/** The Socket.IO server: namespaces, sockets, rooms and acks over an Engine.IO server. */
@NullMarked
module dev.sockeye.socketio.server {
  requires transitive dev.sockeye.engineio.server;
  requires transitive dev.sockeye.socketio;
  requires transitive dev.sockeye.socketio.adapter;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports dev.sockeye.socketio.server;

  uses dev.sockeye.engineio.server.spi.HostProvider;
}
