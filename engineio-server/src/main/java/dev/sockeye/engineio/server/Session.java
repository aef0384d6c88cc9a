// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.server.spi.Scheduler;

/**
 * One Engine.IO session: a peer, over whichever transport it uses at the moment.
 *
 * <p>A single-threaded state machine, bound to one {@link #scheduler()} for its life. Methods may
 * be called from any thread unless they say otherwise. Messages leave in the order in which they
 * were sent, as seen by each sending thread; what one read or one tick of the scheduler produces
 * leaves in one write.
 */
@SuppressWarnings("DoNotCallSuggester") // a sketch
public final class Session {
  private Session() {}

  /** The secret id, 20 characters; whoever knows it can take part in the session. */
  public String id() {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /** The request with which the session began. */
  public Request request() {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /** The revision of the protocol that the peer speaks. */
  public ProtocolVersion protocol() {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /** The transport in use. */
  public Transport transport() {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /** The thread of this session. */
  public Scheduler scheduler() {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /** Whether messages can still be sent. */
  public boolean isOpen() {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /**
   * Whether a volatile message sent now would not be dropped: the transport is ready and nothing
   * waits. A snapshot.
   */
  public boolean isWritable() {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /** The bytes that wait to be sent. */
  public long bufferedBytes() {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /**
   * Sends a message; ignored once the session is closed. Goes over {@code maxBufferedBytes}: the
   * session closes with {@link CloseReason#BUFFER_OVERFLOW}.
   */
  public void send(Message message) {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /**
   * Stops or resumes taking messages of the peer, so that a slow listener slows its own peer down
   * and nobody else. While reading is stopped the session doesn't time out for want of pongs.
   * Called on the session's thread.
   */
  public void setReadable(boolean readable) {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /**
   * Sends what is queued, waits for an upgrade in progress, then closes with {@link
   * CloseReason#FORCED_CLOSE}.
   */
  public void close() {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /** As {@link #close()}, with a reason of the caller's. */
  public void close(CloseReason reason) {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /** Closes at once with {@link CloseReason#FORCED_CLOSE}; what is queued is dropped. */
  public void abort() {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }
}
