// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.WebSocketCall;
import dev.sockeye.engineio.client.spi.WebSocketCallback;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A client's WebSocket on a {@link LocalNetwork}, seen from the server's end: a handshake to be
 * answered, then messages both ways.
 */
public final class LocalServerSocket implements Scheduler.Cancellable {
  /** What a server in memory does with the client's messages. */
  interface Server {
    void onMessage(RawData message);

    void onClose(int code);
  }

  private final WebSocketCall call;
  private final ManualScheduler scheduler;
  private final WebSocketCallback callback;
  private final List<RawData> unflushed = new ArrayList<>();
  private final Queue<RawData> unread = new ArrayDeque<>();
  private List<RawData> received = new ArrayList<>();
  private @Nullable Server server;
  private @Nullable Integer closeCode;
  private int writeCount;
  private boolean writable = true;
  private boolean readable = true;
  private boolean answered;
  private boolean closed;

  LocalServerSocket(WebSocketCall call, ManualScheduler scheduler, WebSocketCallback callback) {
    this.call = call;
    this.scheduler = scheduler;
    this.callback = callback;
  }

  // --- what the server does; each runs what is pending

  /** Answers the handshake with 101. */
  public LocalServerSocket accept() {
    return accept(Headers.create());
  }

  /** Answers the handshake with 101 and headers. */
  public LocalServerSocket accept(Headers headers) {
    open(headers);
    scheduler.runPending();
    return this;
  }

  /** Answers the handshake with a refusal. */
  public LocalServerSocket refuse(int status, String body) {
    refuse(status, Headers.create(), RawData.text(body));
    scheduler.runPending();
    return this;
  }

  /** Sends text messages. */
  public LocalServerSocket send(String... texts) {
    for (String text : texts) {
      send(RawData.text(text));
    }
    scheduler.runPending();
    return this;
  }

  /** Sends a binary message. */
  public LocalServerSocket send(byte... bytes) {
    send(RawData.binary(bytes));
    scheduler.runPending();
    return this;
  }

  /** Closes with a close frame. */
  public LocalServerSocket close(int code) {
    end(code, null);
    scheduler.runPending();
    return this;
  }

  /** Loses the connection, or the attempt to connect. */
  public LocalServerSocket drop() {
    end(1006, new IOException("connection reset"));
    scheduler.runPending();
    return this;
  }

  /** Makes the network take no more from the client, or again. */
  public LocalServerSocket setWritable(boolean writable) {
    this.writable = writable;
    if (writable) {
      write();
      scheduler.execute(callback::onWritable);
    }
    scheduler.runPending();
    return this;
  }

  // --- what the server sees

  /** The handshake. */
  public WebSocketCall call() {
    return call;
  }

  /** The messages since the last call; blobs in hexadecimal, as {@code 0x01020304}. */
  public List<String> received() {
    scheduler.runPending();
    List<RawData> result = received;
    received = new ArrayList<>();
    return result.stream().map(LocalServerSocket::show).toList();
  }

  private static String show(RawData data) {
    byte[] bytes = new byte[data.length()];
    data.copyTo(bytes, 0);
    return data.isBinary() ? "0x" + HexFormat.of().formatHex(bytes) : data.text();
  }

  /** How many writes the messages so far took. */
  public int writeCount() {
    return writeCount;
  }

  /** Whether the WebSocket, or the attempt to open it, has ended. */
  public boolean isClosed() {
    return closed;
  }

  /** The code with which the client has closed; null if it has not. */
  public @Nullable Integer closeCode() {
    return closeCode;
  }

  // --- on the scheduler's thread

  void serve(Server server) {
    this.server = server;
  }

  void open(Headers headers) {
    answered = true;
    scheduler.execute(
        () -> {
          if (!closed) {
            callback.onResponse(101, headers, RawData.text(""));
            callback.onOpen(new Client());
          }
        });
  }

  void refuse(int status, Headers headers, RawData body) {
    answered = true;
    scheduler.execute(
        () -> {
          if (!closed) {
            callback.onResponse(status, headers, body);
          }
        });
    end(1006, null);
  }

  void send(RawData message) {
    if (!answered || closed) {
      throw new IllegalStateException("the WebSocket is " + (closed ? "closed" : "not open yet"));
    }
    scheduler.execute(
        () -> {
          unread.add(message);
          deliver();
        });
  }

  private void deliver() {
    while (readable && !closed && !unread.isEmpty()) {
      RawData message = unread.remove();
      byte[] bytes = new byte[message.length()];
      message.copyTo(bytes, 0);
      if (message.isBinary()) {
        callback.onBinary(bytes);
      } else {
        callback.onText(bytes);
      }
    }
  }

  void end(int code, @Nullable Throwable error) {
    scheduler.execute(
        () -> {
          if (!closed) {
            closed = true;
            callback.onClose(code, error);
          }
        });
  }

  private void write() {
    if (!writable || unflushed.isEmpty()) {
      return;
    }
    writeCount++;
    List<RawData> written = List.copyOf(unflushed);
    unflushed.clear();
    if (server == null) {
      received.addAll(written);
    } else {
      written.forEach(server::onMessage);
    }
  }

  /** The client gives the attempt up. */
  @Override
  public void cancel() {
    if (!answered) {
      closed = true;
    }
  }

  /** The request line. */
  @Override
  public String toString() {
    return "GET " + call.target();
  }

  /** The client's end. */
  private final class Client implements WebSocketConnection {
    @Override
    public void send(Frame frame) {
      if (!closed) {
        unflushed.add(LocalWebSocket.payload(frame));
      }
    }

    @Override
    public void flush() {
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
        scheduler.execute(LocalServerSocket.this::deliver);
      }
    }

    @Override
    public void close(int code) {
      write();
      finish(code);
    }

    @Override
    public void abort() {
      finish(1006);
    }

    private void finish(int code) {
      if (!closed) {
        closed = true;
        closeCode = code;
        if (server != null) {
          server.onClose(code);
        }
        scheduler.execute(() -> callback.onClose(code, null));
      }
    }
  }
}
