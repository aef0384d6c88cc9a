// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * What tests stand on: an application's, with clients in memory; those of Sockeye and of its
 * extensions, with hosts without sockets and time that is told.
 */
@NullMarked
module dev.sockeye.testkit {
  requires transitive dev.sockeye.engineio.client;
  requires transitive dev.sockeye.engineio.server;
  requires transitive dev.sockeye.socketio.adapter;
  requires static org.assertj.core;
  requires static transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports dev.sockeye.testkit;
}
