// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.WebSocketCall;
import dev.sockeye.engineio.client.spi.WebSocketCallback;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.WebSocketConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The server's end of one WebSocket of a {@link ScriptedServer}. */
final class ScriptedPeer implements WebSocketConnection {
  private static final String HANDSHAKE =
      "0{\"sid\":\"session\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,"
          + "\"maxPayload\":1000000}";

  private final ScriptedServer server;
  private final WebSocketCall call;
  private final WebSocketCallback client;
  private final List<String> received = new ArrayList<>();
  private boolean isWritable = true;
  private boolean isReadable = true;
  private boolean isClosed;

  ScriptedPeer(ScriptedServer server, WebSocketCall call, WebSocketCallback client) {
    this.server = server;
    this.call = call;
    this.client = client;
  }

  /** The path and the query of the handshake. */
  String target() {
    return call.target();
  }

  /** The host that the client meant. */
  String host() {
    return call.route().host();
  }

  /** Accepts the WebSocket and opens the session. */
  ScriptedPeer open() {
    run(
        () -> {
          client.onResponse(101, Headers.create(), RawData.text(""));
          client.onOpen(this);
        });
    return send(HANDSHAKE);
  }

  /** Refuses the WebSocket. */
  void refuse() {
    isClosed = true;
    run(() -> client.onClose(1006, new IOException("refused")));
  }

  /** Sends messages, as they are on the wire. */
  ScriptedPeer send(String... texts) {
    for (String text : texts) {
      run(() -> client.onText(text.getBytes(UTF_8)));
    }
    return this;
  }

  /** Sends a binary message. */
  ScriptedPeer sendBinary(int... bytes) {
    byte[] message = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      message[i] = (byte) bytes[i];
    }
    run(() -> client.onBinary(message));
    return this;
  }

  /** Hangs up. */
  void drop() {
    isClosed = true;
    run(() -> client.onClose(1006, null));
  }

  /** What has come since the last call, as it is on the wire. */
  List<String> receive() {
    server.run();
    List<String> texts = List.copyOf(received);
    received.clear();
    return texts;
  }

  /** Takes no more, or takes more again. */
  void writable(boolean writable) {
    isWritable = writable;
    if (writable) {
      run(client::onWritable);
    }
  }

  boolean isReadable() {
    return isReadable;
  }

  /** Whether the client has closed the WebSocket, or given it up. */
  boolean isClosed() {
    server.run();
    return isClosed;
  }

  void giveUp() {
    isClosed = true;
  }

  private void run(Runnable task) {
    server.run();
    server.scheduler.call(task);
    server.run();
  }

  @Override
  public void send(Frame frame) {
    received.add(frame.toString());
  }

  @Override
  public void flush() {}

  @Override
  public boolean isWritable() {
    return isWritable;
  }

  @Override
  public void setReadable(boolean readable) {
    isReadable = readable;
  }

  @Override
  public void close(int code) {
    if (!isClosed) {
      isClosed = true;
      server.scheduler.execute(() -> client.onClose(code, null));
    }
  }

  @Override
  public void abort() {
    close(NO_CODE);
  }
}
