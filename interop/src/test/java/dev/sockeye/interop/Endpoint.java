// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where a server answers: its base URL and the path of the protocol, such as {@code /engine.io/}.
 *
 * @param nodes the base URLs, to which requests go in turn, as behind a load balancer that knows
 *     nothing of sessions
 * @param requests how many there were
 */
record Endpoint(List<URI> nodes, AtomicInteger requests, String path) {

  static Endpoint local(int port, String path) {
    return local(path, port);
  }

  /** Several servers in turn. */
  static Endpoint local(String path, int... ports) {
    List<URI> nodes =
        Arrays.stream(ports).mapToObj(port -> URI.create("http://localhost:" + port)).toList();
    return new Endpoint(nodes, new AtomicInteger(), path);
  }

  /** Where the next request goes. */
  URI url() {
    return nodes.get(Math.floorMod(requests.getAndIncrement(), nodes.size()));
  }

  HttpAnswer get(String query) {
    return send("GET", query, "").answer();
  }

  HttpExchange send(String method, String query, String body) {
    return HttpExchange.send(url(), method, path + query, body);
  }
}
