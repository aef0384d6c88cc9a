// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenarios themselves: what is asked of our server holds on the official one. */
@Tag("reference")
class ScenariosOnNodeTest {
  @RegisterExtension static final Target SERVER = new ReferenceServer("peers", "/socket.io/");

  @RegisterExtension
  static final Target PACKING_SERVER = new ReferenceServer("peers-msgpack", "/socket.io/");

  @ParameterizedTest
  @CsvSource({
    "socket.io-client 4,polling",
    "socket.io-client 4,websocket",
    "socket.io-client 4,upgrade",
    "socket.io-client 3,upgrade",
    "socket.io-client 2,polling",
    "socket.io-client 2,websocket",
    "socket.io-client 2,upgrade"
  })
  void theNodeClientPlaysEachScenario(String client, String transport) {
    String url = SERVER.unhurried().url().toString();
    PeerProcess.assertContent(PeerProcess.node("client.mjs", url, transport, client));
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void theNodeClientWithMessagePackPlaysEachScenario(String transport) {
    String url = PACKING_SERVER.unhurried().url().toString();
    PeerProcess.assertContent(
        PeerProcess.node("client.mjs", url, transport, "socket.io-client 4 with msgpack"));
  }

  @Test
  void theOldClientInTheBrowserPlaysEachScenarioWithJsonp() {
    String url = SERVER.unhurried().url().toString();
    PeerProcess.assertContent(PeerProcess.node("browser.mjs", url, "jsonp", "socket.io-client 2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void thePythonClientPlaysEachScenario(String transport) {
    String url = SERVER.unhurried().url().toString();
    PeerProcess.assertContent(PeerProcess.python("client.py", url, transport));
  }
}
