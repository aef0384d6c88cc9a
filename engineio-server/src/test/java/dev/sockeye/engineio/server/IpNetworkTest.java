// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpNetworkTest {
  private static boolean contains(String network, String address) {
    return IpNetwork.parse(network).contains(Objects.requireNonNull(IpAddresses.parse(address)));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.255.1.2",
    "10.1.2.3/8,10.9.9.9",
    "192.168.4.0/22,192.168.7.255",
    "192.0.2.1,192.0.2.1",
    "192.0.2.1/32,192.0.2.1",
    "192.0.2.0/31,192.0.2.1",
    "0.0.0.0/0,203.0.113.9",
    "::/0,2001:db8::1",
    "::1,0:0:0:0:0:0:0:1",
    "fd00::/8,fdff::1",
    "2001:db8:8000::/33,2001:db8:ffff::1",
    "10.0.0.0/8,::ffff:10.1.2.3",
    "::ffff:10.0.0.0/104,10.1.2.3",
    "::ffff:10.0.0.1,::ffff:a00:1"
  })
  void anAddressWithTheSameFirstBitsBelongsToIt(String network, String address) {
    assertThat(contains(network, address)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,11.0.0.0",
    "192.168.4.0/22,192.168.8.0",
    "192.0.2.1,192.0.2.2",
    "192.0.2.0/31,192.0.2.2",
    "0.0.0.0/0,::1",
    "::/0,10.0.0.1",
    "2001:db8:8000::/33,2001:db8:7fff::1",
    "::ffff:10.0.0.0/104,11.0.0.0"
  })
  void anotherDoesNot(String network, String address) {
    assertThat(contains(network, address)).isFalse();
  }

  @Test
  void aMappedAddressFromTheSocketIsIpv4() throws UnknownHostException {
    byte[] bytes = InetAddress.getByName("::1").getAddress();
    bytes[10] = bytes[11] = -1;
    bytes[12] = 10;
    InetAddress mapped = Inet6Address.getByAddress(null, bytes, 0);
    assertThat(IpNetwork.parse("10.0.0.0/8").contains(mapped)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/", "localhost", "10.0.0/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8",
        "010.0.0.0/8", "256.0.0.0", "1", "::/129", "::ffff:10.0.0.0/95", "fe80::1%1", "[::1]", ":::"
      })
  void whatIsNoNetworkIsRefused(String text) {
    assertThatThrownBy(() -> IpNetwork.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' is no network: ");
  }
}
