// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.client.NettyNetwork;
import dev.sockeye.engineio.client.spi.Network;
import org.junit.jupiter.api.Nested;

class NettyNetworkContractTest {
  @Nested
  class OnEpoll implements NetworkContract {
    @Override
    public Network network() {
      return NettyNetwork.create();
    }
  }

  @Nested
  class OnNio implements NetworkContract {
    @Override
    public Network network() {
      return NettyNetwork.builder().nativeTransport(false).build();
    }
  }
}
