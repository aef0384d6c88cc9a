// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** The command line: a client, a server and a load generator for the terminal. */
@NullMarked
module dev.sockeye.cli {
  requires dev.sockeye.client.files;
  requires dev.sockeye.json.jackson;
  requires dev.sockeye.netty;
  requires dev.sockeye.socketio.client;
  requires dev.sockeye.socketio.server;
  requires info.picocli;
  requires HdrHistogram;
  requires static org.jspecify;

  exports dev.sockeye.cli;

  opens dev.sockeye.cli to
      info.picocli;
}
