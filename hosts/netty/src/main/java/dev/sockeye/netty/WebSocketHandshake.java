// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.websocket.DeflateTerms;
import dev.sockeye.websocket.WebSocketProtocol;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The opening handshake (RFC 6455, section 4.2). */
final class WebSocketHandshake {
  private WebSocketHandshake() {}

  /** What is to be answered to a request that is no valid handshake; empty if it is one. */
  static Optional<HttpResponse> refusal(Headers request) {
    if (!request.first("Sec-WebSocket-Version").orElse("").trim().equals("13")) {
      Headers headers =
          Headers.create()
              .add("Upgrade", "websocket")
              .add("Sec-WebSocket-Version", "13")
              .add("Content-Type", "text/plain");
      return Optional.of(
          new HttpResponse(426, headers, ascii("only WebSocket version 13 is spoken here"), true));
    }
    if (!isKey(request.first("Sec-WebSocket-Key").orElse("").trim())) {
      return Optional.of(
          new HttpResponse(
              400,
              Headers.of("Content-Type", "text/plain"),
              ascii("Sec-WebSocket-Key must be 16 bytes in base64"),
              true));
    }
    return Optional.empty();
  }

  private static boolean isKey(String key) {
    try {
      return key.length() == 24 && Base64.getDecoder().decode(key).length == 16;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The 101. Of the subprotocols the first one offered is taken, as the reference does, unless the
   * additional headers name another.
   *
   * @param deflate what was agreed on compression; null if nothing was
   */
  static ByteBuf response(
      ByteBufAllocator allocator,
      Headers request,
      @Nullable DeflateTerms deflate,
      Headers additional) {
    Headers headers =
        Headers.create()
            .add("Upgrade", "websocket")
            .add("Connection", "Upgrade")
            .add(
                "Sec-WebSocket-Accept",
                WebSocketProtocol.accept(request.first("Sec-WebSocket-Key").orElseThrow().trim()));
    if (deflate != null) {
      headers.add("Sec-WebSocket-Extensions", DeflateOffers.response(deflate));
    }
    if (!additional.contains("Sec-WebSocket-Protocol")) {
      request
          .first("Sec-WebSocket-Protocol")
          .map(offered -> offered.split(",", 2)[0].trim())
          .filter(protocol -> !protocol.isEmpty())
          .ifPresent(protocol -> headers.add("Sec-WebSocket-Protocol", protocol));
    }
    ByteBuf out = allocator.directBuffer(256 + 64 * additional.size());
    ResponseWriter.writeStatus(out, 101);
    ResponseWriter.writeHeaders(out, headers);
    ResponseWriter.writeHeaders(out, additional);
    out.writeBytes(ascii("\r\n"));
    return out;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
