// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class AddressCountsTest {
  private final AddressCounts counts = new AddressCounts(1);

  private static InetSocketAddress client(String address, int port) {
    return new InetSocketAddress(address, port);
  }

  @Test
  void anAddressCountsWhateverThePort() {
    counts.enter(client("192.0.2.1", 1));
    assertThat(counts.enter(client("192.0.2.1", 2))).isFalse();
    assertThat(counts.enter(client("192.0.2.2", 1))).isTrue();
  }

  @Test
  void theAddressesOfOneNetworkOfIpv6CountAsOne() {
    counts.enter(client("2001:db8:0:1::1", 1));
    assertThat(counts.isFull(client("2001:db8:0:1:ffff::2", 1))).isTrue();
    assertThat(counts.isFull(client("2001:db8:0:2::1", 1))).isFalse();
  }

  @Test
  void whoeverLeavesMakesRoomInItsNetwork() {
    counts.enter(client("2001:db8:0:1::1", 1));
    counts.leave(client("2001:db8:0:1::1", 1));
    assertThat(counts.enter(client("2001:db8:0:1::2", 1))).isTrue();
    counts.leave(client("2001:db8:0:1::2", 1));
    assertThat(counts.size()).isZero();
  }
}
