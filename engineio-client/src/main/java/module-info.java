// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** The Engine.IO client: connections, transports, upgrade, heartbeat and cookies. */
@NullMarked
module dev.sockeye.engineio.client {
  requires transitive dev.sockeye.engineio;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports dev.sockeye.engineio.client;
  exports dev.sockeye.engineio.client.spi;
}
