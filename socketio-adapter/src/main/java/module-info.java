// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/** Rooms, and what carries a broadcast to the sockets of one node or of a cluster. */
@NullMarked
module dev.sockeye.socketio.adapter {
  requires transitive dev.sockeye.socketio;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports dev.sockeye.socketio.adapter;
  exports dev.sockeye.socketio.adapter.spi;
}
