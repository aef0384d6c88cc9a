// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.Deadlines;
import dev.sockeye.engineio.client.spi.HttpCall;
import dev.sockeye.engineio.client.spi.HttpCallback;
import dev.sockeye.engineio.client.spi.Network;
import dev.sockeye.engineio.client.spi.WebSocketCall;
import dev.sockeye.engineio.client.spi.WebSocketCallback;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A network that shows what travels over another one: requests, and the packets in them. */
final class RawNetwork implements Network {
  private final Network network;
  private final Console console;

  RawNetwork(Network network, Console console) {
    this.network = network;
    this.console = console;
  }

  @Override
  public Scheduler scheduler() {
    return network.scheduler();
  }

  @Override
  public Deadlines deadlines() {
    return network.deadlines();
  }

  @Override
  public Scheduler.Cancellable send(HttpCall call, Scheduler scheduler, HttpCallback callback) {
    show("polling > " + call.method() + " " + call.target());
    RawData body = call.body();
    if (body != null) {
      showPayload(">", body);
    }
    return network.send(call, scheduler, new RawCallback(callback));
  }

  @Override
  public Scheduler.Cancellable openWebSocket(
      WebSocketCall call, Scheduler scheduler, WebSocketCallback callback) {
    show("websocket > GET " + call.target());
    return network.openWebSocket(call, scheduler, new RawWebSocketCallback(callback));
  }

  @Override
  public void closeIdle(Scheduler scheduler) {
    network.closeIdle(scheduler);
  }

  @Override
  public CompletableFuture<Void> close() {
    return network.close();
  }

  private void show(String line) {
    console.err().println(console.paint(Style.RAW, "raw " + line));
  }

  private void showPayload(String direction, RawData payload) {
    for (String packet : RawPackets.ofPayload(payload.text())) {
      show("polling " + direction + " " + packet);
    }
  }

  private final class RawCallback implements HttpCallback {
    private final HttpCallback callback;

    RawCallback(HttpCallback callback) {
      this.callback = callback;
    }

    @Override
    public void onResponse(int status, Headers headers, RawData body) {
      show("polling < " + status);
      if (status == 200 && body.length() > 0 && !body.text().equals("ok")) {
        showPayload("<", body);
      }
      callback.onResponse(status, headers, body);
    }

    @Override
    public void onFailure(Throwable error) {
      show("polling < " + error);
      callback.onFailure(error);
    }
  }

  private final class RawWebSocketCallback implements WebSocketCallback {
    private final WebSocketCallback callback;

    RawWebSocketCallback(WebSocketCallback callback) {
      this.callback = callback;
    }

    @Override
    public void onResponse(int status, Headers headers, RawData body) {
      show("websocket < " + status);
      callback.onResponse(status, headers, body);
    }

    @Override
    public void onOpen(WebSocketConnection connection) {
      callback.onOpen(new RawConnection(connection, frame -> show("websocket > " + frame)));
    }

    @Override
    public void onText(byte[] utf8) {
      show("websocket < " + RawPackets.ofText(RawData.text(utf8, 0, utf8.length).text()));
      callback.onText(utf8);
    }

    @Override
    public void onBinary(byte[] bytes) {
      show("websocket < " + RawPackets.ofBinary(RawData.binary(bytes)));
      callback.onBinary(bytes);
    }

    @Override
    public void onWritable() {
      callback.onWritable();
    }

    @Override
    public void onClose(int code, @Nullable Throwable error) {
      show("websocket < closed with code " + code + (error == null ? "" : ": " + error));
      callback.onClose(code, error);
    }
  }
}
