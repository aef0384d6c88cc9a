// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.spi.Listening;
import java.util.List;

/** A client over real connections, a new one for each request. */
final class WireEngineClient implements EngineClient {
  private final Listening server;
  private final String path;

  WireEngineClient(Listening server, EngineServer engine) {
    this.server = server;
    this.path = engine.options().path() + "/?";
  }

  @Override
  public Answer send(String method, String query, Headers headers, String body) {
    int length = body.getBytes(ISO_8859_1).length;
    return talk(
        method
            + " "
            + path
            + query
            + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n"
            + lines(headers)
            + (body.isEmpty() ? "" : "Content-Length: " + length + "\r\n")
            + "\r\n"
            + body);
  }

  @Override
  public Answer upgrade(String query, Headers headers) {
    return talk(WireClient.handshake(path + query, lines(headers)));
  }

  private static String lines(Headers headers) {
    StringBuilder lines = new StringBuilder();
    headers.forEach((name, value) -> lines.append(name + ": " + value + "\r\n"));
    return lines.toString();
  }

  private Answer talk(String request) {
    try (WireClient client = WireClient.connect(server.address())) {
      WireClient.Response response = client.send(request).response();
      return new Answer(response.status(), parsed(response.head()), response.text());
    }
  }

  private static Headers parsed(String head) {
    Headers headers = Headers.create();
    List<String> lines = head.lines().skip(1).filter(line -> !line.isEmpty()).toList();
    for (String line : lines) {
      int colon = line.indexOf(':');
      headers.add(line.substring(0, colon), line.substring(colon + 1).trim());
    }
    return headers;
  }

  @Override
  public void close() {
    server.close();
  }
}
