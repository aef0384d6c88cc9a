// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The WebSocket connections of a workload: opened a few at a time, closed together. Confined to the
 * event loop.
 */
final class Links {
  /** No server of the benchmark has a shorter backlog. */
  private static final int AT_ONCE = 64;

  private final Load load;
  private final int count;
  private final Supplier<WebSocketLink.Listener> listeners;
  private final List<WebSocketLink> links = new ArrayList<>();
  private int ready;
  private boolean closing;

  /**
   * @param listeners asked for a listener per connection; each must tell of {@link #ready} and of
   *     {@link #closed}
   */
  Links(Load load, int count, Supplier<WebSocketLink.Listener> listeners) {
    this.load = load;
    this.count = count;
    this.listeners = listeners;
  }

  void open() {
    for (int i = 0; i < Math.min(count, AT_ONCE); i++) {
      openNext();
    }
  }

  private void openNext() {
    if (links.size() < count && !closing) {
      var link = new WebSocketLink(load.webSocketRequest(), true, listeners.get(), load.meter());
      links.add(link);
      load.connect(link, links.size() - 1);
    }
  }

  void ready() {
    ready++;
    openNext();
  }

  void closed() {
    if (!closing) {
      load.meter().fail("the server closed a connection");
    }
  }

  boolean areOpen() {
    return ready == count;
  }

  WebSocketLink first() {
    return links.get(0);
  }

  void close() {
    closing = true;
    links.forEach(WebSocketLink::close);
  }
}
