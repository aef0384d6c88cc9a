// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/** A cluster of several servers in one JVM, for tests and examples. */
@NullMarked
module dev.sockeye.adapters.local {
  requires transitive dev.sockeye.socketio.adapter;
  requires static transitive org.jspecify;

  exports dev.sockeye.adapters.local;
}
