// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.net.URI;

/**
 * Where a server answers: its base URL and the path of the protocol, such as {@code /engine.io/}.
 */
record Endpoint(URI url, String path) {

  static Endpoint local(int port, String path) {
    return new Endpoint(URI.create("http://localhost:" + port), path);
  }

  HttpAnswer get(String query) {
    return send("GET", query, "").answer();
  }

  HttpExchange send(String method, String query, String body) {
    return HttpExchange.send(url, method, path + query, body);
  }
}
