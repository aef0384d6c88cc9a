// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.spi.HttpExchange;
import java.util.Arrays;
import java.util.function.Consumer;

/** Gathers the body of a POST, up to a limit. On the exchange's thread. */
final class PostBody implements HttpExchange.BodyReader {
  private static final byte[] NOTHING = {};

  private final boolean binary;
  private final int maxBytes;
  private final Runnable onTooLarge;
  private final Consumer<RawData> onComplete;

  /** The first chunk itself while there is no other; then a copy, which grows. */
  private byte[] body = NOTHING;

  private int size;

  /**
   * @param onTooLarge called instead of {@code onComplete} if the body is larger than the limit
   * @param onComplete gets the body
   */
  PostBody(boolean binary, int maxBytes, Runnable onTooLarge, Consumer<RawData> onComplete) {
    this.binary = binary;
    this.maxBytes = maxBytes;
    this.onTooLarge = onTooLarge;
    this.onComplete = onComplete;
  }

  /** Whether a request says that its body is not text; compared as the reference does. */
  static boolean isBinary(HttpExchange exchange) {
    return exchange.headers().first("Content-Type").orElse("").equals("application/octet-stream");
  }

  @Override
  public boolean onChunk(byte[] chunk) {
    if (chunk.length > maxBytes - size) {
      body = NOTHING;
      onTooLarge.run();
      return false;
    }
    if (size == 0) {
      body = chunk;
    } else {
      append(chunk);
    }
    size += chunk.length;
    return true;
  }

  private void append(byte[] chunk) {
    int needed = size + chunk.length;
    if (needed > body.length) {
      int doubled = (int) Math.min(maxBytes, 2L * body.length);
      body = Arrays.copyOf(body, Math.max(needed, doubled));
    }
    System.arraycopy(chunk, 0, body, size, chunk.length);
  }

  @Override
  public void onEnd() {
    onComplete.accept(binary ? RawData.binary(body, 0, size) : RawData.text(body, 0, size));
  }
}
