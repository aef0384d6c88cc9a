// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.websocket.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;

/** Turns responses into bytes: head and body in one buffer where the body is small. */
final class ResponseWriter {
  /** Above this a body is written as it is instead of being copied behind its head. */
  private static final int MAX_COPIED_BODY = 16 * 1024;

  private static final AsciiString HTTP = new AsciiString("HTTP/1.1 ");
  private static final AsciiString CRLF = new AsciiString("\r\n");
  private static final AsciiString COLON = new AsciiString(": ");
  private static final AsciiString DATE = new AsciiString("Date: ");
  private static final AsciiString LENGTH = new AsciiString("Content-Length: ");
  private static final AsciiString CLOSE = new AsciiString("Connection: close\r\n");
  private static final AsciiString KEEP_ALIVE = new AsciiString("Connection: keep-alive\r\n");

  private ResponseWriter() {}

  /** How the connection goes on after a response. */
  enum Persistence {
    /** It is closed. */
    CLOSE,
    /** HTTP/1.0, where staying open must be said. */
    KEEP_ALIVE,
    /** HTTP/1.1, where it goes without saying. */
    IMPLIED
  }

  /** Writes a response without flushing it. */
  static void write(Channel channel, HttpResponse response, boolean head, Persistence persistence) {
    byte[] body = response.body();
    boolean copied = body.length <= MAX_COPIED_BODY && !head;
    int headEstimate = 192 + 64 * response.headers().size();
    ByteBuf out = channel.alloc().directBuffer(headEstimate + (copied ? body.length : 0));
    writeStatus(out, response.status());
    writeHeaders(out, response.headers());
    switch (persistence) {
      case CLOSE -> out.writeBytes(CLOSE.array());
      case KEEP_ALIVE -> out.writeBytes(KEEP_ALIVE.array());
      case IMPLIED -> {}
    }
    writeLine(out, DATE, HttpDate.now());
    if (hasLength(response)) {
      writeLine(out, LENGTH, Integer.toString(body.length));
    }
    out.writeBytes(CRLF.array());
    if (copied) {
      out.writeBytes(body);
    }
    Wire.write(channel, out);
    if (!copied && !head) {
      Wire.write(channel, Unpooled.wrappedBuffer(body));
    }
  }

  /** A 204 has no length unless it says so: browsers once waited for the body of a preflight's. */
  private static boolean hasLength(HttpResponse response) {
    return switch (response.status()) {
      case 304 -> false;
      case 204 -> response.headers().contains("Content-Length");
      default -> true;
    };
  }

  /** Appends the status line. */
  static void writeStatus(ByteBuf out, int status) {
    HttpResponseStatus known = HttpResponseStatus.valueOf(status);
    out.writeBytes(HTTP.array());
    ByteBufUtil.writeAscii(out, known.codeAsText());
    out.writeByte(' ');
    ByteBufUtil.writeAscii(out, known.reasonPhrase());
    out.writeBytes(CRLF.array());
  }

  /** Appends header lines, but for the length, which only the host knows for sure. */
  static void writeHeaders(ByteBuf out, Headers headers) {
    headers.forEach(
        (name, value) -> {
          if (!"Content-Length".equalsIgnoreCase(name)) {
            ByteBufUtil.writeAscii(out, name);
            out.writeBytes(COLON.array());
            // A character that is not Latin-1 becomes a question mark, never a line break.
            ByteBufUtil.writeAscii(out, value);
            out.writeBytes(CRLF.array());
          }
        });
  }

  private static void writeLine(ByteBuf out, AsciiString name, CharSequence value) {
    out.writeBytes(name.array());
    ByteBufUtil.writeAscii(out, value);
    out.writeBytes(CRLF.array());
  }
}
