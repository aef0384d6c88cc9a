// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Debian's {@code python3-socketio}. */
class PythonClientTest {
  @RegisterExtension static final PeerServer SERVER = new PeerServer();

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void theClientPlaysEachScenario(String transport) {
    PeerProcess.assertContent(PeerProcess.python("client.py", SERVER.url(), transport));
  }
}
