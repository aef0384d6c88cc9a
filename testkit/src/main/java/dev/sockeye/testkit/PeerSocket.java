// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link LocalWebSocket} whose host runs what is pending after each act. */
public final class PeerSocket {
  private final LocalHost host;
  private final LocalWebSocket socket;

  PeerSocket(LocalHost host, LocalWebSocket socket) {
    this.host = host;
    this.socket = socket;
  }

  /** Sends text messages, which the server reads at once. */
  public PeerSocket send(String... texts) {
    for (String text : texts) {
      socket.send(text);
    }
    host.runPending();
    return this;
  }

  /** Sends a binary message. */
  public PeerSocket sendBinary(byte... bytes) {
    socket.send(bytes);
    host.runPending();
    return this;
  }

  /** Closes without a code, as clients do. */
  public void close() {
    socket.close(1005);
    host.runPending();
  }

  /** Loses the connection. */
  public void drop() {
    socket.drop();
    host.runPending();
  }

  /** As {@link LocalWebSocket#setWritable}. */
  public void setWritable(boolean writable) {
    socket.setWritable(writable);
    host.runPending();
  }

  /** The messages since the last call; blobs in hexadecimal, as {@code 0x01020304}. */
  public List<String> received() {
    return socket.received();
  }

  /** How many writes the messages so far took. */
  public int writeCount() {
    return socket.writeCount();
  }

  /** Whether the WebSocket has ended. */
  public boolean isClosed() {
    return socket.isClosed();
  }

  /** The code with which the server has closed; null if it has not. */
  public @Nullable Integer closeCode() {
    return socket.closeCode();
  }

  /** The WebSocket itself, whose acts wait for the scheduler to be run. */
  public LocalWebSocket local() {
    return socket;
  }
}
