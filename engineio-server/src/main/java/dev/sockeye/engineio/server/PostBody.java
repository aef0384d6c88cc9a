// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.spi.HttpExchange;
import java.util.ArrayList;
import java.util.List;

/** Gathers the body of a POST, up to a limit. On the exchange's thread. */
final class PostBody implements HttpExchange.BodyReader {
  private final PollingTransport transport;
  private final HttpExchange exchange;
  private final int maxBytes;
  private final List<byte[]> chunks = new ArrayList<>(1);
  private int size;

  PostBody(PollingTransport transport, HttpExchange exchange, int maxBytes) {
    this.transport = transport;
    this.exchange = exchange;
    this.maxBytes = maxBytes;
  }

  /** Whether a request says that its body is not text; compared as the reference does. */
  static boolean isBinary(HttpExchange exchange) {
    return exchange.headers().first("Content-Type").orElse("").equals("application/octet-stream");
  }

  @Override
  public boolean onChunk(byte[] chunk) {
    if (chunk.length > maxBytes - size) {
      chunks.clear();
      transport.onBodyTooLarge(exchange);
      return false;
    }
    size += chunk.length;
    chunks.add(chunk);
    return true;
  }

  @Override
  public void onEnd() {
    byte[] body = chunks.size() == 1 ? chunks.get(0) : joined();
    transport.onBody(
        exchange, isBinary(exchange) ? RawData.binary(body) : RawData.text(body, 0, body.length));
  }

  private byte[] joined() {
    byte[] body = new byte[size];
    int at = 0;
    for (byte[] chunk : chunks) {
      System.arraycopy(chunk, 0, body, at, chunk.length);
      at += chunk.length;
    }
    return body;
  }
}
