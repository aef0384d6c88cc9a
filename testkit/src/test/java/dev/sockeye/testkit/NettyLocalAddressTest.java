// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.client.NettyNetwork;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class NettyLocalAddressTest {
  @Test
  void aConnectionComesFromTheAddressThatWasAskedFor() throws Exception {
    InetAddress own = InetAddress.getByName("127.0.0.2");
    try (WireServer server =
            WireServer.start(
                peer -> {
                  peer.head();
                  peer.ok(peer.address().getHostAddress());
                });
        NetworkPeer peer =
            new NetworkPeer(NettyNetwork.create(), server.port()).host("127.0.0.1").from(own)) {
      assertThat(peer.get("/").next()).isEqualTo("200 127.0.0.2");
    }
  }
}
