// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How many sessions each client address has; safe for use from any thread. With IPv6 whoever has
 * one address has the 2^64 of its network, so these count as one.
 */
final class AddressCounts {
  private static final int NETWORK_BYTES = 8;

  private final int max;

  /** By address or network, without the port; those that have none are left out. */
  private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

  AddressCounts(int max) {
    this.max = max;
  }

  /** Whether an address has as many as it may. */
  boolean isFull(InetSocketAddress address) {
    return counts.getOrDefault(key(address), 0) >= max;
  }

  /** Counts one more; false if there may be no more. */
  boolean enter(InetSocketAddress address) {
    boolean[] entered = {true};
    counts.merge(
        key(address),
        1,
        (count, one) -> {
          entered[0] = count < max;
          return entered[0] ? count + one : count;
        });
    return entered[0];
  }

  /** Counts one less. */
  void leave(InetSocketAddress address) {
    counts.computeIfPresent(key(address), (key, count) -> count > 1 ? count - 1 : null);
  }

  /** How many addresses have sessions. */
  int size() {
    return counts.size();
  }

  private static String key(InetSocketAddress address) {
    InetAddress known = address.getAddress();
    if (known == null) {
      return address.getHostString();
    }
    byte[] bytes = IpAddresses.bytes(known);
    return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
  }
}
