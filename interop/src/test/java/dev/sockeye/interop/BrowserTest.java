// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** npm's {@code socket.io-client} in Chromium. JSONP needs a browser. */
class BrowserTest {
  @RegisterExtension
  static final PeerServer SERVER = new PeerServer(options -> options.allowEio3(true));

  @ParameterizedTest
  @CsvSource({
    "socket.io-client 4,polling",
    "socket.io-client 4,websocket",
    "socket.io-client 4,upgrade",
    "socket.io-client 2,jsonp",
    "socket.io-client 2,polling",
    "socket.io-client 2,websocket",
    "socket.io-client 2,upgrade"
  })
  void theClientPlaysEachScenario(String client, String transport) {
    PeerProcess.assertContent(PeerProcess.node("browser.mjs", SERVER.url(), transport, client));
  }
}
