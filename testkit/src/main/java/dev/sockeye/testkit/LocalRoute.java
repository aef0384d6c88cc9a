// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import java.util.function.Consumer;

/** The way from a {@link LocalNetwork} to a {@link LocalHost}. */
final class LocalRoute implements LocalNetwork.Server {
  private final LocalHost host;

  LocalRoute(LocalHost host) {
    this.host = host;
  }

  @Override
  public void onCall(LocalCall call) {
    LocalRequest request =
        request(call.call().method(), call.call().target(), call.call().headers());
    LocalExchange exchange = host.submit(request, host.scheduler());
    exchange.onResponse(
        response ->
            call.answer(
                response.status(),
                response.headers(),
                RawData.text(response.body(), 0, response.body().length)));
    call.onCancel(exchange::abort);
    RawData body = call.call().body();
    if (body != null) {
      byte[] bytes = new byte[body.length()];
      body.copyTo(bytes, 0);
      exchange.sendChunk(bytes);
    }
    exchange.endBody();
  }

  @Override
  public void onWebSocket(LocalServerSocket socket) {
    LocalRequest request = request("GET", socket.call().target(), socket.call().headers());
    LocalUpgrade upgrade = host.submitUpgrade(request, host.scheduler());
    upgrade.onResponse(
        response ->
            socket.refuse(
                response.status(),
                response.headers(),
                RawData.text(response.body(), 0, response.body().length)));
    upgrade.onAccept(opened -> join(opened, socket, upgrade));
  }

  private static void join(LocalWebSocket server, LocalServerSocket client, LocalUpgrade upgrade) {
    client.serve(
        new LocalServerSocket.Server() {
          @Override
          public void onMessage(RawData message) {
            server.send(message);
          }

          @Override
          public void onClose(int code) {
            server.close(code);
          }
        });
    Consumer<LocalServerSocket> look =
        socket -> {
          if (!socket.isClosed()) {
            server.receivedData().forEach(socket::send);
            Integer code = server.closeCode();
            if (server.isClosed() && code != null) {
              socket.end(code, null);
            }
          }
        };
    server.onChange(() -> look.accept(client));
    client.open(upgrade.acceptHeaders());
  }

  private static LocalRequest request(String method, String target, Headers headers) {
    int mark = target.indexOf('?');
    return new LocalRequest(method, target.substring(0, mark), target.substring(mark + 1), headers);
  }
}
