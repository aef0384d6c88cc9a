// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.BusFactory;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes the buses of a server, and keeps the {@link Link} open while there is one. */
final class PostgresBuses implements BusFactory {
  private final DataSource source;
  private final PostgresOptions options;
  private final Publications publications;

  /** Null while there is no bus. Guarded by this. */
  private @Nullable Link link;

  /** How many buses use the link. Guarded by this. */
  private int users;

  PostgresBuses(DataSource source, PostgresOptions options, ClusterMessageCodec codec) {
    this.source = source;
    this.options = options;
    this.publications = Publications.of(codec, options);
  }

  @Override
  public synchronized Bus create(String namespace, String uid) {
    String channel = Channel.of(options.channelPrefix(), namespace);
    Link current = link;
    if (current == null) {
      current = new Link(source, options);
      current.open();
      link = current;
    }
    users++;
    return new PostgresBus(current, this::release, publications, channel, namespace, uid);
  }

  private synchronized void release() {
    users--;
    Link current = link;
    if (users == 0 && current != null) {
      link = null;
      current.close();
    }
  }
}
