// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A client of the main namespace over WebSocket, in wire strings, one message at a time. */
final class SoakClient implements WebSocket.Listener {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final CompletableFuture<Void> joined = new CompletableFuture<>();
  private final CompletableFuture<Void> echoed = new CompletableFuture<>();
  private final CompletableFuture<WebSocket> webSocket = new CompletableFuture<>();

  /** Complete when all has left that was sent so far; guarded by this. */
  private CompletableFuture<WebSocket> sent = webSocket;

  /** Written before the first echo is asked for, then by the listener only. */
  private volatile int missing;

  SoakClient(int port) {
    URI url = URI.create("ws://localhost:" + port + "/socket.io/?EIO=4&transport=websocket");
    CLIENT
        .newWebSocketBuilder()
        .buildAsync(url, this)
        .thenAccept(webSocket::complete)
        .exceptionally(
            error -> {
              fail(error);
              return null;
            });
  }

  /** Complete when the client is in the main namespace. */
  CompletableFuture<Void> joined() {
    return joined;
  }

  /** Complete when the last echo has come. */
  CompletableFuture<Void> echoed() {
    return echoed;
  }

  void echo(int count) {
    missing = count;
    send("42[\"echo\",\"hello\"]");
  }

  synchronized void disconnect() {
    sent = sent.thenCompose(open -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""));
  }

  /** One after the other: the JDK's WebSocket refuses a text while another is on its way. */
  private synchronized void send(String text) {
    sent = sent.thenCompose(open -> open.sendText(text, true));
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // the listener's calls never overlap
  public @Nullable CompletionStage<?> onText(WebSocket source, CharSequence text, boolean last) {
    source.request(1);
    if (text.charAt(0) == '0') {
      send("40");
    } else if (text.charAt(0) == '2') {
      send("3");
    } else if (text.charAt(1) == '0') {
      joined.complete(null);
    } else if (--missing > 0) {
      send("42[\"echo\",\"hello\"]");
    } else {
      echoed.complete(null);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket source, int status, String reason) {
    fail(new IllegalStateException("the server closed the connection: " + status));
    return null;
  }

  @Override
  public void onError(WebSocket source, Throwable error) {
    fail(error);
  }

  private void fail(Throwable error) {
    joined.completeExceptionally(error);
    echoed.completeExceptionally(error);
  }
}
