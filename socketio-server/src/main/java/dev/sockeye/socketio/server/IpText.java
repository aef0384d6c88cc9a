// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.net.Inet6Address;
import java.net.InetAddress;

/** IP addresses as people write them: RFC 5952 for IPv6, which the JDK spells out. */
final class IpText {
  private static final int GROUPS = 8;

  private IpText() {}

  static String of(InetAddress address) {
    return address instanceof Inet6Address
        ? compressed(address.getAddress())
        : address.getHostAddress();
  }

  private static String compressed(byte[] bytes) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
    }
    int longest = 0;
    int start = -1;
    for (int i = 0; i < GROUPS; i++) {
      int length = zerosFrom(groups, i);
      if (length > Math.max(longest, 1)) {
        longest = length;
        start = i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == start) {
        text.append("::");
        i += longest - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }

  private static int zerosFrom(int[] groups, int from) {
    int end = from;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - from;
  }
}
