// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.Handshake;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.CloseDetails;
import dev.sockeye.engineio.client.CloseReason;
import dev.sockeye.engineio.client.EngineConnection;
import dev.sockeye.engineio.client.EngineListener;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.spi.Lane;
import dev.sockeye.socketio.spi.Parser;
import java.util.List;
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

  /** The bytes of the packet that is being received. Used on the connection's thread. */
  private int receivedBytes;

  Link(Manager manager) {
    this.manager = manager;
    this.decoder = manager.options().parser().newDecoder();
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
      manager.tell(new ManagerEvent.Pinged());
    }
  }

  @Override
  public void onClose(CloseReason reason, CloseDetails details) {
    manager.onClose(this, reason, details);
  }
}
