// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Handshake;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.spi.Scheduler;
import java.util.List;
import java.util.Optional;

/**
 * One session with a server, over whichever transport it uses at the moment. Opened by {@link
 * EngineClient#open}; once it has ended it stays so.
 *
 * <p>Methods may be called from any thread. Messages leave in the order in which they were sent, as
 * seen by each sending thread; what one tick of the scheduler produces leaves in one write.
 *
 * <p>Implements "Protocol" of the Engine.IO documentation, revision 4.
 */
public final class EngineConnection {
  private final Session session;

  EngineConnection(Session session) {
    this.session = session;
  }

  /** Whether the session is open: after the handshake and before {@link #close()} or its end. */
  public boolean isOpen() {
    return session.isOpen();
  }

  /**
   * Whether a message sent now would leave at once: the session is open, nothing waits, and the
   * transport takes more. A snapshot.
   */
  public boolean isWritable() {
    return session.isWritable();
  }

  /**
   * Whether no ping has come within {@code pingInterval + pingTimeout} of the server, although the
   * connection has not been closed for it yet: the machine was suspended. What is sent now is lost;
   * the connection closes at once with {@link CloseReason#PING_TIMEOUT}. False before the
   * handshake.
   */
  public boolean hasPingExpired() {
    return session.hasPingExpired();
  }

  /** The transport in use. */
  public Transport transport() {
    return session.transport();
  }

  /** The session's id; empty before the handshake and after the end. */
  public Optional<String> id() {
    return session.hasEnded() ? Optional.empty() : handshake().map(Handshake::sid);
  }

  /** What the server said at the beginning; empty before that. */
  public Optional<Handshake> handshake() {
    return Optional.ofNullable(session.handshake());
  }

  /** The bytes of messages that wait to be sent. */
  public long bufferedBytes() {
    return session.output().queue().bytes();
  }

  /** The thread of this connection. */
  public Scheduler scheduler() {
    return session.scheduler();
  }

  /**
   * Stops or resumes taking packets of the server, so that a slow listener slows its own server
   * down and nobody else. While reading is stopped the connection doesn't time out for want of
   * pings. Called on the connection's thread.
   */
  public void setReadable(boolean readable) {
    session.setReadable(readable);
  }

  /** As {@link #send(List, boolean)}, for a message of one part that may be compressed. */
  public void send(RawData message) {
    send(List.of(message), true);
  }

  /**
   * Sends a message of several parts, which travel together and in order. Waits until the session
   * is open; ignored once it is closing.
   *
   * @param parts at least one
   * @param compress whether the transport may compress them
   * @throws IllegalStateException if more than {@code maxBufferedBytes} would wait: the server
   *     reads too slowly. Nothing is sent then, and the connection lives on
   */
  public void send(List<RawData> parts, boolean compress) {
    session.output().send(parts, compress);
  }

  /**
   * Sends what is queued, waits for an upgrade in progress, then closes with {@link
   * CloseReason#FORCED_CLOSE}: within {@code closeTimeout} in any case. Without effect if the
   * connection is closing or has ended.
   */
  public void close() {
    session.close();
  }

  /** Closes at once with {@link CloseReason#FORCED_CLOSE}; what is queued is dropped. */
  public void abort() {
    session.abort();
  }
}
