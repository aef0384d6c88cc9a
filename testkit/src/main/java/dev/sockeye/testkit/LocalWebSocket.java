// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import dev.sockeye.engineio.spi.WebSocketListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket in memory, seen from the client's end. What the client does becomes a task of the
 * WebSocket's scheduler; what the server has flushed can be read at once.
 */
public final class LocalWebSocket {
  private final int maxMessageBytes;
  private final Scheduler scheduler;
  private final WebSocketListener listener;
  private final Server server = new Server();

  // Read and written by the scheduler's thread and by the test, which take turns.
  private final Queue<RawData> unread = new ArrayDeque<>();
  private final List<Frame> unflushed = new ArrayList<>();
  private List<RawData> received = new ArrayList<>();
  private int writeCount;
  private boolean writable = true;
  private boolean readable = true;
  private boolean failOnFlush;
  private boolean closed;
  private @Nullable Integer closeCode;

  /** Looks at what has been received, and whether this is closed. */
  private Runnable client = () -> {};

  LocalWebSocket(int maxMessageBytes, Scheduler scheduler, WebSocketListener listener) {
    this.maxMessageBytes = maxMessageBytes;
    this.scheduler = scheduler;
    this.listener = listener;
  }

  /** Lets a client look whenever something has changed. */
  void onChange(Runnable client) {
    this.client = client;
  }

  void open() {
    if (!closed) {
      listener.onOpen(server);
    }
  }

  // --- what the client does

  /** Sends a text message. */
  public void send(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    send(RawData.text(utf8, 0, utf8.length));
  }

  /** Sends a binary message. */
  public void send(byte... bytes) {
    send(RawData.binary(bytes));
  }

  void send(RawData message) {
    scheduler.execute(
        () -> {
          unread.add(message);
          deliver();
        });
  }

  /** Closes with a code, as a client does. */
  public void close(int code) {
    scheduler.execute(() -> end(code, code, null));
  }

  /** Loses the connection. */
  public void drop() {
    scheduler.execute(() -> end(1006, 1006, new IOException("connection reset")));
  }

  /** Loses the connection before the server has opened it; to be called before its task runs. */
  public void dropBeforeOpening() {
    closed = true;
    scheduler.execute(() -> listener.onClose(1006, new IOException("connection reset")));
  }

  /**
   * Makes the connection take no more from the server, as one whose peer doesn't read; or again.
   */
  public void setWritable(boolean writable) {
    scheduler.execute(
        () -> {
          boolean resumes = writable && !this.writable && !closed;
          this.writable = writable;
          if (resumes) {
            write();
            listener.onWritable();
          }
        });
  }

  /** Takes more again, as {@link #setWritable} does, but the server is not told. */
  public void resumeQuietly() {
    writable = true;
  }

  /** Makes the server's end throw from now on when it is flushed, as a host with a bug. */
  public void failOnFlush() {
    failOnFlush = true;
  }

  // --- what the client sees

  /** The messages since the last call; blobs in hexadecimal, as {@code 0x01020304}. */
  public List<String> received() {
    return receivedData().stream().map(LocalWebSocket::show).toList();
  }

  /** The messages since the last call. */
  public List<RawData> receivedData() {
    List<RawData> result = received;
    received = new ArrayList<>();
    return result;
  }

  private static String show(RawData data) {
    return data.isBinary()
        ? "0x"
            + HexFormat.of().formatHex(data.array(), data.offset(), data.offset() + data.length())
        : data.text();
  }

  /** How many writes the messages so far took. */
  public int writeCount() {
    return writeCount;
  }

  /** Whether the WebSocket has ended. */
  public boolean isClosed() {
    return closed;
  }

  /** The code with which the server has closed; null if it has not. */
  public @Nullable Integer closeCode() {
    return closeCode;
  }

  /** Whether the server reads. */
  public boolean isRead() {
    return readable;
  }

  // --- on the scheduler's thread

  private void deliver() {
    while (readable && !closed && !unread.isEmpty()) {
      RawData message = unread.remove();
      if (message.length() > maxMessageBytes) {
        end(
            1009,
            1006,
            new IllegalArgumentException("a message of " + message.length() + " bytes"));
      } else if (message.isBinary()) {
        listener.onBinary(message.array());
      } else {
        listener.onText(message.array());
      }
    }
  }

  private void write() {
    if (writable && !unflushed.isEmpty()) {
      writeCount++;
      unflushed.forEach(frame -> received.add(payload(frame)));
      unflushed.clear();
      client.run();
    }
  }

  static RawData payload(Frame frame) {
    if (frame.prefix() == Frame.NO_PREFIX) {
      return frame.data();
    }
    byte[] bytes = new byte[frame.length()];
    bytes[0] = (byte) frame.prefix();
    RawData data = frame.data();
    System.arraycopy(data.array(), data.offset(), bytes, 1, data.length());
    return data.isBinary() ? RawData.binary(bytes) : RawData.text(bytes, 0, bytes.length);
  }

  private void end(int seenByClient, int seenByServer, @Nullable Throwable error) {
    if (!closed) {
      closed = true;
      closeCode = seenByClient;
      listener.onClose(seenByServer, error);
      client.run();
    }
  }

  /** The server's end. */
  private final class Server implements WebSocketConnection {
    @Override
    public void send(Frame frame) {
      if (!closed) {
        unflushed.add(frame);
      }
    }

    @Override
    public void flush() {
      if (failOnFlush) {
        throw new IllegalStateException("failOnFlush");
      }
      write();
    }

    @Override
    public boolean isWritable() {
      return writable && !closed;
    }

    @Override
    public void setReadable(boolean value) {
      readable = value;
      if (value) {
        scheduler.execute(LocalWebSocket.this::deliver);
      }
    }

    @Override
    public void close(int code) {
      if (!closed) {
        write();
        finish(code);
      }
    }

    @Override
    public void abort() {
      if (!closed) {
        finish(1006);
      }
    }

    private void finish(int code) {
      closed = true;
      closeCode = code;
      scheduler.execute(() -> listener.onClose(code, null));
      client.run();
    }
  }
}
