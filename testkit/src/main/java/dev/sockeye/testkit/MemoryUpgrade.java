// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.WebSocketTerms;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketListener;
import java.net.InetSocketAddress;

/** A test client's request for a WebSocket. */
final class MemoryUpgrade implements WebSocketUpgrade {
  /** Who has asked; called on the loop. */
  interface Client extends MemoryWebSocket.Client {
    void onOpen(MemoryWebSocket socket);

    void onRefused(HttpResponse response);
  }

  private final LocalRequest request;
  private final TestLoop loop;
  private final Client client;

  MemoryUpgrade(LocalRequest request, TestLoop loop, Client client) {
    this.request = request;
    this.loop = loop;
    this.client = client;
  }

  @Override
  public void accept(
      Headers headers, WebSocketTerms terms, Scheduler scheduler, WebSocketListener listener) {
    MemoryWebSocket socket = new MemoryWebSocket(loop, terms.maxMessageBytes(), listener, client);
    loop.execute(
        () -> {
          client.onOpen(socket);
          listener.onOpen(socket);
        });
  }

  @Override
  public void respond(HttpResponse response) {
    loop.execute(() -> client.onRefused(response));
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String path() {
    return request.path();
  }

  @Override
  public String query() {
    return request.query();
  }

  @Override
  public Headers headers() {
    return request.headers();
  }

  @Override
  public InetSocketAddress remoteAddress() {
    return LocalHost.CLIENT;
  }

  @Override
  public boolean isSecure() {
    return false;
  }

  @Override
  public Scheduler scheduler() {
    return loop;
  }

  @Override
  public void readBody(BodyReader reader) {
    loop.execute(reader::onEnd);
  }

  @Override
  public void onAbort(Runnable action) {
    // The connection is never lost before it is answered.
  }
}
