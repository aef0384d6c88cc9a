// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenarios themselves: what is asked of our server holds on the official one. */
class ScenariosOnNodeTest {
  @RegisterExtension static final Target SERVER = new ReferenceServer("peers", "/socket.io/");

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void theNodeClientPlaysEachScenario(String transport) {
    String url = SERVER.unhurried().url().toString();
    PeerProcess.assertContent(PeerProcess.node("client.mjs", url, transport));
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void thePythonClientPlaysEachScenario(String transport) {
    String url = SERVER.unhurried().url().toString();
    PeerProcess.assertContent(PeerProcess.python("client.py", url, transport));
  }
}
