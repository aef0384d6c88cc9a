// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** The addresses that begin with the same bits: {@code 10.0.0.0/8}, {@code fd00::/8}. */
final class IpNetwork {
  private final byte[] address;
  private final int bits;

  private IpNetwork(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /**
   * Reads an address with or without {@code /bits}; without, it is that address alone.
   *
   * @throws IllegalArgumentException if it isn't one
   */
  static IpNetwork parse(String text) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    InetAddress address = IpAddresses.parse(host);
    if (address == null) {
      throw refused(text, "write an address without name, as 10.0.0.0/8, 192.0.2.1 or fd00::/8");
    }
    byte[] bytes = IpAddresses.bytes(address);
    int length = 8 * bytes.length;
    if (slash < 0) {
      return new IpNetwork(bytes, length);
    }
    // An IPv4 network that is written in IPv6 counts the 96 bits before it.
    int before = bytes.length == 4 && host.indexOf(':') >= 0 ? 96 : 0;
    Integer written = number(text.substring(slash + 1));
    if (written == null || written < before || written > before + length) {
      throw refused(text, "the bits must be " + before + " to " + (before + length));
    }
    return new IpNetwork(bytes, written - before);
  }

  private static @Nullable Integer number(String digits) {
    return digits.matches("[0-9]{1,3}") ? Integer.valueOf(digits) : null;
  }

  private static IllegalArgumentException refused(String text, String advice) {
    return new IllegalArgumentException("'" + text + "' is no network: " + advice);
  }

  /** Whether an address belongs to it; one that is mapped into IPv6 counts as IPv4. */
  boolean contains(InetAddress other) {
    byte[] bytes = IpAddresses.bytes(other);
    if (bytes.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += 8) {
      int mask = 0xff << Math.max(0, 8 - (bits - bit));
      if (((bytes[bit / 8] ^ address[bit / 8]) & mask & 0xff) != 0) {
        return false;
      }
    }
    return true;
  }
}
