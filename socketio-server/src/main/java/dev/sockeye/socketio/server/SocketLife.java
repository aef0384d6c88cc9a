// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import org.jspecify.annotations.Nullable;

/**
 * Where a socket is in its life, and the answers that it owes meanwhile. A part of {@link Socket},
 * of which there are too many for an object more each.
 */
abstract class SocketLife {
  /** Where it is. Written while this is locked. */
  private volatile State state = State.PENDING;

  /** Why it has left; null before. Written once, while this is locked, before the state. */
  private volatile @Nullable DisconnectReason reason;

  /** Null before the first: most sockets owe none. Written while this is locked. */
  private volatile @Nullable PendingAcks pendingAcks;

  /** The life of a socket: each state is followed by the next one, or by the last. */
  enum State {
    /** Middleware is being asked. */
    PENDING,
    /** Its client may send, and is told so next. */
    ACCEPTED,
    /**
     * What tells the client is being queued: nobody may pass it, nor take the socket for absent.
     */
    CONFIRMING,
    CONNECTED,
    CLOSED
  }

  /** Whether it has not left. */
  final boolean isOpen() {
    return state != State.CLOSED;
  }

  /** Whether the client may send events. */
  final boolean isAccepted() {
    State now = state;
    return now != State.PENDING && now != State.CLOSED;
  }

  /** Whether the client was told that it is connected, and it has not left. */
  @SuppressWarnings("ThreadPriorityCheck") // with one processor, spinning would keep the other away
  final boolean isIn() {
    State now = state;
    while (now == State.CONFIRMING) {
      Thread.yield(); // another thread is about to queue one message
      now = state;
    }
    return now == State.CONNECTED;
  }

  /** Whether events that came are still to be heard. */
  final boolean wantsEvents() {
    DisconnectReason left = reason;
    return left == null || !left.isByServer();
  }

  /** Why it has left; where that is not known, another reason. */
  final DisconnectReason reasonOr(DisconnectReason other) {
    DisconnectReason known = reason;
    return known == null ? other : known;
  }

  /** Moves on; false if it has been closed meanwhile. */
  final synchronized boolean advance(State next) {
    if (state == State.CLOSED) {
      return false;
    }
    state = next;
    return true;
  }

  /** Ends it, and says where it was; {@link State#CLOSED} if it had ended already. */
  final synchronized State end(DisconnectReason why) {
    State before = state;
    if (before != State.CLOSED) {
      reason = why;
      state = State.CLOSED;
    }
    return before;
  }

  /** Lets threads that ask for the state see what this one has written before. */
  final synchronized void publish() {
    State same = state;
    state = same;
  }

  /** The answers that it owes; closed ones if it has left. */
  final PendingAcks pendingAcks() {
    PendingAcks result = pendingAcks;
    return result == null ? newPendingAcks() : result;
  }

  private synchronized PendingAcks newPendingAcks() {
    PendingAcks result = pendingAcks;
    if (result == null) {
      result = new PendingAcks(maxPendingAcks());
      if (state == State.CLOSED) {
        result.close();
      }
      pendingAcks = result;
    }
    return result;
  }

  /** The answers that it owes; null if there never were any. */
  final @Nullable PendingAcks owedAcks() {
    return pendingAcks;
  }

  /** How many answers it may owe. */
  abstract int maxPendingAcks();
}
