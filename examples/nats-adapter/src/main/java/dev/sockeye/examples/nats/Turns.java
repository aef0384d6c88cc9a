// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.nats;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs calls one after the other, each in the thread of somebody who is here anyway: messages come
 * on one thread of NATS, news of the connection on another, and neither waits.
 */
// tag::turns[]
final class Turns {
  private final Queue<Runnable> calls = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  void take(Runnable call) {
    calls.add(call);
    if (waiting.getAndIncrement() == 0) {
      do {
        calls.remove().run();
      } while (waiting.decrementAndGet() > 0);
    }
  }
}
// end::turns[]
