// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/** The one dependency of a quick start: the server, the Netty host and Jackson 3. */
module dev.sockeye {
  requires transitive dev.sockeye.json.jackson;
  requires transitive dev.sockeye.netty;
  requires transitive dev.sockeye.socketio.server;
}
