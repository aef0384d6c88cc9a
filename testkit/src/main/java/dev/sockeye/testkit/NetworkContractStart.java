// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.client.spi.Network;
import java.util.function.Consumer;

/** How the contract gets a network to test. */
public interface NetworkContractStart {
  /** A new network, which the test closes. */
  Network network();

  /** Lets a test talk through the network to a server that follows a script. */
  default void talk(WireServer.Script script, Consumer<NetworkPeer> conversation) {
    try (WireServer server = WireServer.start(script);
        NetworkPeer peer = new NetworkPeer(network(), server.port())) {
      conversation.accept(peer);
    }
  }
}
