// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Packet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one node tells another about a session, as npm {@code @socket.io/cluster-engine} has it: the
 * <em>home</em> node has the session, the <em>away</em> node has got a request of it.
 *
 * <pre>
 * away → all    0 ACQUIRE_LOCK             may I read from, write to, or upgrade this session?
 * home → away   1 ACQUIRE_LOCK_RESPONSE
 * home → away   2 DRAIN                    packets for the client
 * away → home   3 PACKET                   a packet of the client
 * away → home   4 UPGRADE                  the client has committed its upgrade
 * home → away   5 UPGRADE_RESPONSE         keep passing packets on, or take the session over
 * away → home   6 CLOSE                    the client has gone
 * </pre>
 *
 * @param sender the node that sends it
 * @param recipient the node that it is for; null for all
 * @param requestId what a request and its response share; 0 for the others
 * @param body what it says
 */
record ClusterMessage(String sender, @Nullable String recipient, long requestId, Body body) {
  /** What tells these messages from others on the same channels. */
  static final String SOURCE = "_eio";

  /** What a message says. */
  sealed interface Body
      permits AcquireLock, LockResponse, Drain, Forward, Upgrade, UpgradeResponse, Close {
    /** The number that stands for it. */
    int type();
  }

  /** What an away node wants to do. */
  enum Lock {
    READ,
    WRITE,
    UPGRADE
  }

  /**
   * Asks for a session.
   *
   * @param key what ties the request to the session's browser; null without such a thing. Nodes of
   *     Node.js neither send nor read it
   */
  record AcquireLock(String sid, Lock lock, @Nullable String key) implements Body {
    @Override
    public int type() {
      return 0;
    }
  }

  /** Answers {@link AcquireLock}. */
  record LockResponse(boolean success) implements Body {
    @Override
    public int type() {
      return 1;
    }
  }

  /** Packets for the client, in their order. */
  record Drain(String sid, List<Message> messages) implements Body {
    @Override
    public int type() {
      return 2;
    }
  }

  /**
   * A packet of the client.
   *
   * @param packet the packet; null for bytes that are none
   */
  record Forward(String sid, @Nullable Packet packet) implements Body {
    @Override
    public int type() {
      return 3;
    }
  }

  /** The client's upgrade has succeeded, or failed. */
  record Upgrade(String sid, boolean success) implements Body {
    @Override
    public int type() {
      return 4;
    }
  }

  /**
   * Answers {@link Upgrade}.
   *
   * @param takeOver whether the session moves to the node that has asked
   * @param packets what the client has sent so far, if it moves
   */
  record UpgradeResponse(boolean takeOver, List<Packet> packets) implements Body {
    @Override
    public int type() {
      return 5;
    }
  }

  /** The client has gone, or broken the rules. */
  record Close(String sid, CloseReason reason) implements Body {
    @Override
    public int type() {
      return 6;
    }
  }
}
