// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * What tests of Sockeye and of its extensions stand on: hosts without sockets, time that is told.
 */
@NullMarked
module dev.sockeye.testkit {
  requires transitive dev.sockeye.engineio.server;
  requires transitive dev.sockeye.socketio.adapter;
  requires org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports dev.sockeye.testkit;
}
