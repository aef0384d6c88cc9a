// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.spi.Scheduler;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one session has handed to the bus that hasn't left yet: its share is limited, so that a slow
 * bus slows the sender down instead of filling up. Scheduler's thread only.
 */
final class BusWindow {
  private static final int MAX_BYTES = 256 * 1024;

  private final Scheduler thread;
  private final Runnable onRoom;
  private final Consumer<? super Throwable> onFailure;
  private int bytes;

  /**
   * @param onRoom called when there is room again
   * @param onFailure called for each message that may not arrive
   */
  BusWindow(Scheduler thread, Runnable onRoom, Consumer<? super Throwable> onFailure) {
    this.thread = thread;
    this.onRoom = onRoom;
    this.onFailure = onFailure;
  }

  /** Whether more may be handed over. */
  boolean hasRoom() {
    return bytes < MAX_BYTES;
  }

  /** Counts a message that was handed over, until it has left. */
  void add(int size, CompletionStage<Void> sent) {
    bytes += size;
    sent.whenComplete((done, failure) -> Cluster.execute(thread, () -> onSent(size, failure)));
  }

  private void onSent(int size, @Nullable Throwable failure) {
    boolean wasFull = !hasRoom();
    bytes -= size;
    if (failure != null) {
      onFailure.accept(failure);
    } else if (wasFull && hasRoom()) {
      onRoom.run();
    }
  }
}
