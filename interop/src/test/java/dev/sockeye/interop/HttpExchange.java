// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One HTTP request on a connection of its own, whose response may be long in coming. */
final class HttpExchange {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;

  private HttpExchange(Socket socket) {
    this.socket = socket;
  }

  /** Sends a request; on return its last byte is with the operating system. */
  static HttpExchange send(URI url, String method, String pathAndQuery, String body) {
    try {
      Socket socket = new Socket(url.getHost(), url.getPort());
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(bytes(url, method, pathAndQuery, body));
      return new HttpExchange(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(URI url, String method, String pathAndQuery, String body) {
    byte[] bodyBytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        method
            + ' '
            + pathAndQuery
            + " HTTP/1.1\r\nHost: "
            + url.getAuthority()
            + "\r\n"
            + (body.isEmpty() ? "" : "Content-Type: text/plain;charset=UTF-8\r\n")
            + "Content-Length: "
            + bodyBytes.length
            + "\r\nConnection: close\r\n\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(bodyBytes);
    return request.toByteArray();
  }

  /** Waits for the response. */
  HttpAnswer answer() {
    try (socket) {
      return HttpAnswer.read(new DataInputStream(new BufferedInputStream(socket.getInputStream())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes away without waiting for the response. */
  void abort() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
