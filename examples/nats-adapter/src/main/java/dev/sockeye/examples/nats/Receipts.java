// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.nats;

import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The publications of which it isn't known yet whether NATS has them. It has a message when it has
 * brought it back.
 */
// tag::receipts[]
final class Receipts {
  private record Awaited(long number, PublishCallback callback) {}

  /** The oldest first. Guarded by this. */
  private final ArrayDeque<Awaited> awaited = new ArrayDeque<>();

  /** Of the last publication. Guarded by this. */
  private long number;

  /** Gives a publication its number. */
  synchronized long await(PublishCallback callback) {
    awaited.add(new Awaited(++number, callback));
    return number;
  }

  /** The message with this number is back; those before it that are not are lost. */
  void onReturn(long returned) {
    for (Awaited each : take(returned)) {
      if (each.number == returned) {
        each.callback.onPublished(Optional.empty());
      } else {
        each.callback.onFailure(new IOException("message " + each.number + " was lost"));
      }
    }
  }

  /** The message with this number, and those before it that are not back, are lost. */
  void fail(long last, Throwable why) {
    take(last).forEach(each -> each.callback.onFailure(why));
  }

  private synchronized List<Awaited> take(long last) {
    List<Awaited> taken = new ArrayList<>();
    while (!awaited.isEmpty() && awaited.element().number <= last) {
      taken.add(awaited.remove());
    }
    return taken;
  }
}
// end::receipts[]
