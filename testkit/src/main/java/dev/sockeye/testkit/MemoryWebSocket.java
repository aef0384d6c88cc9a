// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.WebSocketConnection;
import dev.sockeye.engineio.spi.WebSocketListener;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A WebSocket in memory: the server's end, and what its client does. Its fields are the loop's. */
final class MemoryWebSocket implements WebSocketConnection {
  /** The client's end; called on the loop. */
  interface Client {
    void onMessage(RawData message);

    /** The connection has ended, whoever has ended it. */
    void onEnd();
  }

  private final TestLoop loop;
  private final int maxMessageBytes;
  private final WebSocketListener listener;
  private final Client client;
  private final Queue<Frame> unflushed = new ArrayDeque<>();
  private final Queue<RawData> unread = new ArrayDeque<>();
  private boolean readable = true;
  private boolean closed;

  MemoryWebSocket(TestLoop loop, int maxMessageBytes, WebSocketListener listener, Client client) {
    this.loop = loop;
    this.maxMessageBytes = maxMessageBytes;
    this.listener = listener;
    this.client = client;
  }

  // --- what the client does, on any thread

  /** Sends messages that belong together. */
  void sendAll(List<RawData> messages) {
    loop.execute(
        () -> {
          unread.addAll(messages);
          deliver();
        });
  }

  /** Closes as clients do. */
  void closeByClient() {
    loop.execute(() -> end(NO_CODE, null));
  }

  // --- on the loop

  private void deliver() {
    while (readable && !closed && !unread.isEmpty()) {
      RawData message = unread.remove();
      if (message.length() > maxMessageBytes) {
        end(1006, new IllegalArgumentException("a message of " + message.length() + " bytes"));
      } else if (message.isBinary()) {
        listener.onBinary(bytes(Frame.NO_PREFIX, message));
      } else {
        listener.onText(bytes(Frame.NO_PREFIX, message));
      }
    }
  }

  private void end(int code, @Nullable Throwable error) {
    if (!closed) {
      closed = true;
      client.onEnd();
      listener.onClose(code, error);
    }
  }

  private static byte[] bytes(int prefix, RawData data) {
    int start = prefix == Frame.NO_PREFIX ? 0 : 1;
    byte[] bytes = new byte[start + data.length()];
    if (start > 0) {
      bytes[0] = (byte) prefix;
    }
    data.copyTo(bytes, start);
    return bytes;
  }

  @Override
  public void send(Frame frame) {
    if (!closed) {
      unflushed.add(frame);
    }
  }

  @Override
  public void flush() {
    for (Frame frame = unflushed.poll(); frame != null; frame = unflushed.poll()) {
      byte[] bytes = bytes(frame.prefix(), frame.data());
      client.onMessage(
          frame.isBinary() ? RawData.binary(bytes) : RawData.text(bytes, 0, bytes.length));
    }
  }

  @Override
  public boolean isWritable() {
    return !closed;
  }

  @Override
  public void setReadable(boolean readable) {
    this.readable = readable;
    if (readable) {
      loop.execute(this::deliver);
    }
  }

  @Override
  public void close(int code) {
    flush();
    loop.execute(() -> end(code, null));
  }

  @Override
  public void abort() {
    loop.execute(() -> end(1006, null));
  }
}
