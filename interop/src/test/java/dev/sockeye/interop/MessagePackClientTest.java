// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.socketio.MessagePackParser;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** npm's {@code socket.io-client} with npm's {@code socket.io-msgpack-parser}. */
class MessagePackClientTest {
  @RegisterExtension
  static final PeerServer SERVER =
      new PeerServer(options -> options.parser(MessagePackParser.create()));

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void theClientPlaysEachScenario(String transport) {
    PeerProcess.assertContent(
        PeerProcess.node("client.mjs", SERVER.url(), transport, "socket.io-client 4 with msgpack"));
  }
}
