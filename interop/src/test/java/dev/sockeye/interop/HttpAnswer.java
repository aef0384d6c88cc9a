// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP response as it came over the wire. */
record HttpAnswer(String statusLine, Map<String, String> headers, byte[] body) {

  /**
   * Reads a response whose length is given by {@code Content-Length}, as all of Engine.IO's are.
   */
  static HttpAnswer read(DataInputStream in) throws IOException {
    String statusLine = line(in);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    if ("chunked".equals(headers.get("Transfer-Encoding"))) {
      return new HttpAnswer(statusLine, headers, in.readAllBytes());
    }
    byte[] body = new byte[Integer.parseInt(headers.getOrDefault("Content-Length", "0"))];
    in.readFully(body);
    return new HttpAnswer(statusLine, headers, body);
  }

  int status() {
    return Integer.parseInt(statusLine.split(" ")[1]);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return statusLine + ' ' + headers + "\n" + text();
  }

  @SuppressWarnings(
      "deprecation") // header lines are ASCII; the reader that knows more would buffer
  private static String line(DataInputStream in) throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new IOException("the server closed the connection without a response");
    }
    return line;
  }
}
