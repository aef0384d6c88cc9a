// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that are sent more than they read: the first reads nothing any more, the second a little
 * ten times a second, and so on in turn. A server may close them: they are owed nothing. Confined
 * to the load generator's event loop.
 */
final class SlowClients implements WebSocketLink.Listener {
  private static final int SIP_MILLIS = 100;

  private final Load load;
  private final int count;
  private final List<WebSocketLink> links = new ArrayList<>();

  SlowClients(Load load, int count) {
    this.load = load;
    this.count = count;
  }

  void open() {
    for (int i = 0; i < count; i++) {
      byte[] request = load.webSocketRequest();
      load.connectWithSmallBuffer(new WebSocketLink(request, true, this, load.meter()));
    }
  }

  boolean areOpen() {
    return links.size() == count;
  }

  void close() {
    links.forEach(WebSocketLink::close);
  }

  @Override
  public void ready(WebSocketLink link) {
    link.stall();
    if (links.size() % 2 == 1) {
      link.sipEvery(SIP_MILLIS);
    }
    links.add(link);
  }

  @Override
  public void message(WebSocketLink link, int opcode, ByteBuf bytes, int offset, int length) {}

  @Override
  public void closed(WebSocketLink link) {}
}
