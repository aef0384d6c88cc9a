// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/** A cluster over PostgreSQL, shared with Node.js nodes. */
@NullMarked
module dev.sockeye.postgres {
  requires transitive dev.sockeye.socketio.adapter;
  requires transitive java.sql;
  // The driver is an automatic module, which can't say what it needs.
  requires java.naming;
  requires org.postgresql.jdbc;
  requires org.slf4j;
  requires static org.checkerframework.checker.qual;
  requires static transitive org.jspecify;

  exports dev.sockeye.postgres;
}
