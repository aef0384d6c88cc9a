// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The official Java client with a cookie. */
final class JavaClientSnippets {
  private JavaClientSnippets() {}

  static Socket withCookie(URI url, String sessionId) {
    // tag::java[]
    IO.Options options =
        IO.Options.builder().setExtraHeaders(Map.of("Cookie", List.of("sid=" + sessionId))).build();
    Socket socket = IO.socket(url, options);
    // end::java[]
    return socket;
  }
}
