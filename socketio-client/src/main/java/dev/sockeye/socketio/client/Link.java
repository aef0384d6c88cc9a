// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.Handshake;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.CloseDetails;
import dev.sockeye.engineio.client.CloseReason;
import dev.sockeye.engineio.client.EngineConnection;
import dev.sockeye.engineio.client.EngineListener;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.spi.Lane;
import dev.sockeye.socketio.spi.Parser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One connection of a manager, from the attempt to open it to its end: each attempt is another. */
final class Link implements EngineListener {
  private final Manager manager;
  private final Parser.Decoder decoder;

  /** Null before the engine has begun to open it. Written under the manager's lock. */
  private volatile @Nullable EngineConnection connection;

  /** Whether the manager has done with it. Guarded by the manager's lock. */
  private boolean isGivenUp;

  /** Whether the server answered before {@link #attach}. Guarded by the manager's lock. */
  private boolean isOpenUnattached;

  /** Gives up opening; null if it is over or there is no limit. Guarded by the manager's lock. */
  private Scheduler.@Nullable Cancellable timer;

  /** Who waits for this only attempt; null if nobody. Guarded by the manager's lock. */
  private @Nullable CompletableFuture<Void> outcome;

  /** The bytes of the packet that is being received. Used on the connection's thread. */
  private int receivedBytes;

  Link(Manager manager) {
    this.manager = manager;
    this.decoder = manager.options().parser().newDecoder();
  }

  /** Runs a task if it isn't open in time. Called under the manager's lock. */
  void limit(Duration time, Runnable giveUp) {
    timer = manager.threads().schedule(giveUp, time.toNanos());
  }

  /** There will be no other attempt after this one. Called under the manager's lock. */
  void isOnly(CompletableFuture<Void> outcome) {
    this.outcome = outcome;
  }

  boolean isOnly() {
    return outcome != null;
  }

  /**
   * Tells whoever waits for this only attempt. Called under the manager's lock.
   *
   * @param error null if it is open
   */
  void settle(@Nullable ConnectException error) {
    CompletableFuture<Void> waiting = outcome;
    outcome = null;
    if (waiting == null) {
      return;
    }
    manager
        .threads()
        .complete(
            () -> {
              if (error == null) {
                waiting.complete(null);
              } else {
                waiting.completeExceptionally(error);
              }
            });
  }

  /** It is open, or won't be. Called under the manager's lock. */
  void stopTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  /**
   * The engine has begun to open it. Called under the manager's lock.
   *
   * @return whether it is open already, which the manager doesn't know yet
   */
  boolean attach(EngineConnection opening) {
    connection = opening;
    if (isGivenUp) {
      opening.abort();
    }
    return isOpenUnattached;
  }

  /**
   * Nothing more is wanted of it. Called under the manager's lock.
   *
   * @param inOrder whether what is queued still leaves
   */
  void close(boolean inOrder) {
    isGivenUp = true;
    stopTimer();
    EngineConnection ending = connection;
    if (ending != null && inOrder) {
      ending.close();
    } else if (ending != null) {
      ending.abort();
    }
  }

  @Nullable EngineConnection connection() {
    return connection;
  }

  void send(List<RawData> parts, boolean compress) {
    EngineConnection open = connection;
    if (open != null) {
      open.send(parts, compress);
    }
  }

  boolean isWritable() {
    EngineConnection open = connection;
    return open != null && open.isWritable();
  }

  boolean hasPingExpired() {
    EngineConnection open = connection;
    return open == null || open.hasPingExpired();
  }

  @Override
  public void onOpen(Handshake handshake) {
    manager.threads().lane().reconnected();
    synchronized (manager.lock()) {
      if (connection == null) {
        isOpenUnattached = true; // nothing could be sent yet
        return;
      }
    }
    manager.onOpen(this);
  }

  @Override
  public void onMessage(RawData message) {
    if (!manager.isCurrent(this)) {
      return;
    }
    receivedBytes += message.length();
    DecodedPacket packet;
    try {
      packet =
          message.isBinary()
              ? decoder.addBinary(message.array(), message.offset(), message.length())
              : decoder.addText(message.array(), message.offset(), message.length());
    } catch (ParseException e) {
      manager.onBreach(this, String.valueOf(e.getMessage()));
      return;
    }
    if (packet != null) {
      int bytes = Lane.weight(receivedBytes);
      receivedBytes = 0;
      manager.onPacket(this, packet, bytes);
    }
  }

  @Override
  public void onPing() {
    if (manager.isCurrent(this)) {
      manager.tell(Moment.PING, Runnable::run);
    }
  }

  @Override
  public void onClose(CloseReason reason, CloseDetails details) {
    manager.onClose(this, reason, details);
  }
}
