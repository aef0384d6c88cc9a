// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.Headers;
import java.util.List;

/**
 * A client of one engine over whichever host: what tests of headers and cookies need of it. For one
 * thread.
 */
public interface EngineClient extends AutoCloseable {
  /** The query of a handshake over polling. */
  String POLLING = "EIO=4&transport=polling";

  /** The query of a handshake over WebSocket. */
  String WEBSOCKET = "EIO=4&transport=websocket";

  /** Sends a request and waits for its answer. */
  Answer send(String method, String query, Headers headers, String body);

  /** Asks for a WebSocket and waits for the answer. */
  Answer upgrade(String query, Headers headers);

  @Override
  void close();

  /** Begins a session over polling. */
  default Answer handshake() {
    return send("GET", POLLING, Headers.create(), "");
  }

  /** Posts to a session. */
  default Answer post(String sid, String payload) {
    return send("POST", POLLING + "&sid=" + sid, Headers.create(), payload);
  }

  /** Begins a session over WebSocket. */
  default Answer webSocket() {
    return upgrade(WEBSOCKET, Headers.create());
  }

  /** What came back. */
  record Answer(int status, Headers headers, String body) {
    /** The value of the first line of a header; empty if there is none. */
    public String header(String name) {
      return headers.first(name).orElse("");
    }

    /** The values of all {@code Set-Cookie} lines. */
    public List<String> cookies() {
      return headers.all("Set-Cookie");
    }

    /** The session's id in a handshake over polling. */
    public String sid() {
      return body.replaceFirst("(?s).*\"sid\":\"", "").replaceFirst("(?s)\".*", "");
    }
  }
}
