// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.HttpCall;
import dev.sockeye.engineio.client.spi.Route;
import dev.sockeye.websocket.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;

/** Writes requests (RFC 9112). */
final class NettyRequest {
  /** What a small request fits in, body included. */
  private static final int MAX_COPIED = 4 * 1024;

  /** Headers that are this class's to write. A {@code Host} of the caller counts, though. */
  private static final Set<String> OWN =
      Set.of(
          "connection",
          "content-length",
          "transfer-encoding",
          "upgrade",
          "sec-websocket-extensions",
          "sec-websocket-key",
          "sec-websocket-protocol",
          "sec-websocket-version");

  private NettyRequest() {}

  /** Writes a request, without a flush. */
  static void write(Channel channel, HttpCall call) {
    Headers own = Headers.of("Connection", "keep-alive");
    RawData body = call.body();
    if (body != null) {
      own.add("Content-Length", String.valueOf(body.length()));
    }
    ByteBuf out = channel.alloc().directBuffer();
    writeHead(out, call.method(), call.target(), call.route(), call.headers(), own);
    if (body == null) {
      Wire.write(channel, out);
    } else if (body.length() <= MAX_COPIED) {
      Wire.write(channel, out.writeBytes(body.array(), body.offset(), body.length()));
    } else {
      Wire.write(channel, out);
      Wire.write(channel, Unpooled.wrappedBuffer(body.array(), body.offset(), body.length()));
    }
  }

  /** Appends the head of a request. */
  static void writeHead(
      ByteBuf out, String method, String target, Route route, Headers callers, Headers own) {
    write(out, method, " ", target, " HTTP/1.1\r\n");
    if (!callers.contains("Host")) {
      write(out, "Host: ", host(route), "\r\n");
    }
    callers.forEach(
        (name, value) -> {
          if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
            write(out, name, ": ", value, "\r\n");
          }
        });
    own.forEach((name, value) -> write(out, name, ": ", value, "\r\n"));
    write(out, "\r\n");
  }

  private static void write(ByteBuf out, String... texts) {
    for (String text : texts) {
      out.writeCharSequence(text, ISO_8859_1);
    }
  }

  private static String host(Route route) {
    String host = route.host().indexOf(':') < 0 ? route.host() : "[" + route.host() + "]";
    boolean usual = route.port() == (route.isSecure() ? 443 : 80);
    return usual ? host : host + ":" + route.port();
  }
}
