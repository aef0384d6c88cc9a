// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The one dependency of a quick start: the server, the Netty host, Jackson 3, the browser's files.
 */
module dev.sockeye {
  requires dev.sockeye.client.files;
  requires transitive dev.sockeye.json.jackson;
  requires transitive dev.sockeye.netty;
  requires transitive dev.sockeye.socketio.server;
}
