// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.server.ClusterMessage.Drain;
import java.util.ArrayList;
import java.util.List;

/** A WebSocket at another node, which passes on what it gets. */
final class RemoteTransport implements SessionTransport {
  /** What one message to the other node holds, about. */
  private static final int BATCH_BYTES = 64 * 1024;

  private final Session session;
  private final Cluster cluster;
  private final String node;
  private final BusWindow window;

  RemoteTransport(Session session, Cluster cluster, String node) {
    this.session = session;
    this.cluster = cluster;
    this.node = node;
    this.window =
        new BusWindow(
            session.scheduler(),
            session::flush,
            failure -> session.end(CloseReason.TRANSPORT_ERROR, failure));
  }

  @Override
  public Transport kind() {
    return Transport.WEBSOCKET;
  }

  @Override
  public boolean isReady() {
    return window.hasRoom();
  }

  @Override
  public boolean offer(Message message) {
    // One message to the other node carries what a tick produces.
    return false;
  }

  @Override
  public void flush(SendQueue queue) {
    while (window.hasRoom() && !queue.isEmpty()) {
      List<Message> batch = new ArrayList<>();
      int bytes = 0;
      for (Message next = queue.poll(); next != null; next = queue.poll()) {
        batch.add(next);
        bytes += next.byteCount();
        if (bytes >= BATCH_BYTES) {
          break;
        }
      }
      window.add(bytes, cluster.tell(node, new Drain(session.id(), batch)));
    }
  }

  @Override
  public boolean finish(SendQueue queue) {
    flush(queue);
    return queue.isEmpty();
  }

  @Override
  public void setReadable(boolean readable) {
    // The other node can't be told; see HomeSessions for the limit.
  }

  @Override
  public void close(CloseReason reason) {
    cluster.tell(node, new Drain(session.id(), List.of(Message.CLOSE)));
  }
}
