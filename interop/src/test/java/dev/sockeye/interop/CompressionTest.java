// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.engineio.server.PerMessageDeflate;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official clients with servers that compress every message, however small. */
class CompressionTest {
  private static final PerMessageDeflate ALWAYS = PerMessageDeflate.defaults().threshold(0);

  @RegisterExtension
  static final PeerServer ALONE =
      new PeerServer(io -> io.perMessageDeflate(ALWAYS).httpCompressionThreshold(0));

  @RegisterExtension
  static final PeerServer TAKEOVER =
      new PeerServer(
          io ->
              io.perMessageDeflate(ALWAYS.serverContextTakeover(true).clientContextTakeover(true)));

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void nodePlaysEachScenario(String transport) {
    PeerProcess.assertContent(
        PeerProcess.node(
            "client.mjs", ALONE.url(), transport, "socket.io-client 4", "permessage-deflate"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"websocket", "upgrade"})
  void nodePlaysEachScenarioWithContextTakeover(String transport) {
    PeerProcess.assertContent(
        PeerProcess.node(
            "client.mjs", TAKEOVER.url(), transport, "socket.io-client 4", "permessage-deflate"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void chromiumPlaysEachScenario(String transport) {
    PeerProcess.assertContent(
        PeerProcess.node(
            "browser.mjs", ALONE.url(), transport, "socket.io-client 4", "permessage-deflate"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"websocket"})
  void chromiumPlaysEachScenarioWithContextTakeover(String transport) {
    PeerProcess.assertContent(
        PeerProcess.node(
            "browser.mjs", TAKEOVER.url(), transport, "socket.io-client 4", "permessage-deflate"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void pythonPlaysEachScenario(String transport) {
    PeerProcess.assertContent(PeerProcess.python("client.py", ALONE.url(), transport));
  }
}
