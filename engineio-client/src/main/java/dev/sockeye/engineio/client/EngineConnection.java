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
 */
public final class EngineConnection {
  private final Scheduler scheduler;

  EngineConnection(Scheduler scheduler) {
    this.scheduler = scheduler;
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
    java.util.Objects.requireNonNull(parts);
  }

  /** Whether the session is open: after the handshake and before {@link #close()} or its end. */
  public boolean isOpen() {
    return false;
  }

  /**
   * Whether a message sent now would leave at once: the session is open, nothing waits, and the
   * transport takes more. A snapshot.
   */
  public boolean isWritable() {
    return false;
  }

  /**
   * Whether no ping has come within {@code pingInterval + pingTimeout} of the server, although the
   * connection has not been closed for it yet: the machine was suspended. What is sent now is lost;
   * the connection closes at once with {@link CloseReason#PING_TIMEOUT}. False before the
   * handshake.
   */
  public boolean hasPingExpired() {
    return false;
  }

  /** The transport in use. */
  public Transport transport() {
    return Transport.POLLING;
  }

  /** The session's id; empty before the handshake and after the end. */
  public Optional<String> id() {
    return Optional.empty();
  }

  /** What the server said at the beginning; empty before that. */
  public Optional<Handshake> handshake() {
    return Optional.empty();
  }

  /** The bytes that wait to be sent. */
  public long bufferedBytes() {
    return 0;
  }

  /** The thread of this connection. */
  public Scheduler scheduler() {
    return scheduler;
  }

  /**
   * Sends what is queued, waits for an upgrade in progress, then closes with {@link
   * CloseReason#FORCED_CLOSE}. Without effect if the connection is closing or has ended.
   */
  public void close() {
    abort();
  }

  /** Closes at once with {@link CloseReason#FORCED_CLOSE}; what is queued is dropped. */
  public void abort() {
    send(List.of(), false);
  }
}
