// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests of one connection that have no answer yet, in their order: a list threaded through
 * the exchanges, as there is hardly ever more than one. For the connection's event loop.
 */
final class ExchangeQueue {
  private static final Logger log = LoggerFactory.getLogger(ExchangeQueue.class);

  /** Null if there are none, as {@link #last}. */
  private @Nullable NettyExchange first;

  private @Nullable NettyExchange last;
  private int size;

  @Nullable NettyExchange first() {
    return first;
  }

  @Nullable NettyExchange last() {
    return last;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(NettyExchange exchange) {
    if (last == null) {
      first = exchange;
    } else {
      last.next = exchange;
    }
    last = exchange;
    size++;
  }

  void remove(NettyExchange head) {
    first = head.next;
    if (first == null) {
      last = null;
    }
    size--;
  }

  /** Tells all of them that nobody waits for their answers any more. */
  void loseAll() {
    NettyExchange exchange = first;
    first = null;
    last = null;
    size = 0;
    for (; exchange != null; exchange = exchange.next) {
      try {
        exchange.lose();
      } catch (RuntimeException e) {
        log.error("the abort action of {} {} failed", exchange.method(), exchange.path(), e);
      }
    }
  }
}
