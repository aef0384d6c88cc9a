// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/** Adapters and emitters for clusters over Redis. */
@NullMarked
module dev.sockeye.redis {
  requires transitive dev.sockeye.engineio;
  requires transitive dev.sockeye.socketio.adapter;
  requires transitive lettuce.core;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports dev.sockeye.redis;
}
