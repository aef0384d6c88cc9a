// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** npm's {@code engine.io-client}. */
class EngineClientTest {
  @RegisterExtension static final Target SERVER = new SockeyeServer(ConformanceSuite.ENGINEIO_V4);

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void textsAndBlobsComeBackInOrder(String transport) {
    String url = SERVER.unhurried().url().toString();
    PeerProcess.assertContent(PeerProcess.node("engine-client.mjs", url, transport));
  }
}
