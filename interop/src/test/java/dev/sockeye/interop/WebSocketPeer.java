// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Speaks wire strings over one WebSocket, which ends with the server at the latest. */
final class WebSocketPeer {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int PATIENCE_SECONDS = 30;
  private static final Object CLOSED = "(closed)";

  /** Text as String, blobs as byte[], and {@link #CLOSED} at the end. */
  private final BlockingQueue<Object> received = new LinkedBlockingQueue<>();

  /** Null where the handshake was refused. */
  private final WebSocket webSocket;

  private WebSocketPeer(URI url) {
    WebSocket opened = null;
    try {
      opened = CLIENT.newWebSocketBuilder().buildAsync(url, new Recorder()).join();
    } catch (CompletionException refused) {
      received.add(CLOSED);
    }
    this.webSocket = opened;
  }

  /** Opens a WebSocket; one that the server refuses counts as closed. */
  static WebSocketPeer connect(Endpoint endpoint, String query) {
    return new WebSocketPeer(
        URI.create("ws://" + endpoint.url().getAuthority() + endpoint.path() + query));
  }

  /** Opens a session and takes its handshake; the query is such as {@code EIO=4}. */
  static WebSocketPeer open(Endpoint endpoint, String query) {
    WebSocketPeer peer = connect(endpoint, "?" + query + "&transport=websocket");
    assertThat(peer.receiveText()).startsWith("0{");
    return peer;
  }

  void send(String text) {
    webSocket.sendText(text, true).join();
  }

  void send(byte[] blob) {
    webSocket.sendBinary(ByteBuffer.wrap(blob), true).join();
  }

  /** Drops the connection without a word. */
  void abort() {
    webSocket.abort();
  }

  /** Says good-bye. */
  void close() {
    webSocket.sendClose(WebSocket.NORMAL_CLOSURE, "");
  }

  /** The next message: a String or a byte[]. */
  Object receive() {
    try {
      Object next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("a message within %s s", PATIENCE_SECONDS).isNotNull();
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for a message", e);
    }
  }

  void expect(Object message) {
    assertThat(receive()).isEqualTo(message);
  }

  /** The next message; answers it if it is a ping. */
  Object receiveAnsweringPings() {
    Object next = receive();
    if (next.equals("2")) {
      send("3");
    }
    return next;
  }

  String receiveText() {
    return (String) receive();
  }

  /** Takes no notice of messages and returns when the connection is closed. */
  void awaitClose() {
    while (receive() != CLOSED) {
      // pings, mostly
    }
  }

  /** Does nothing but answer pings, and returns when the connection is closed. */
  void answerPingsUntilClosed() {
    for (Object next = receive(); next != CLOSED; next = receive()) {
      if (next.equals("2")) {
        webSocket.sendText("3", true);
      }
    }
  }

  private final class Recorder implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream blob = new ByteArrayOutputStream();

    @Override
    public CompletionStage<?> onText(WebSocket source, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        received.add(text.toString());
        text.setLength(0);
      }
      source.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket source, ByteBuffer part, boolean last) {
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      blob.writeBytes(bytes);
      if (last) {
        received.add(blob.toByteArray());
        blob.reset();
      }
      source.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket source, int status, String reason) {
      received.add(CLOSED);
      return null;
    }

    @Override
    public void onError(WebSocket source, Throwable error) {
      received.add(CLOSED);
    }
  }
}
