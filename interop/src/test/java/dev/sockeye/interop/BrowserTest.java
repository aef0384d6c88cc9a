// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official client in Chromium. */
class BrowserTest {
  @RegisterExtension static final PeerServer SERVER = new PeerServer();

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void theClientPlaysEachScenario(String transport) {
    PeerProcess.assertContent(PeerProcess.node("browser.mjs", SERVER.url(), transport));
  }
}
