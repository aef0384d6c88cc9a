// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** The Socket.IO client: connections, namespaces, acks, reconnection. */
@NullMarked
module dev.sockeye.socketio.client {
  requires transitive dev.sockeye.engineio.client;
  requires transitive dev.sockeye.socketio;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports dev.sockeye.socketio.client;
}
