// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads addresses from text that a peer has sent: nothing is ever looked up, nothing thrown. */
final class IpAddresses {
  // An octet with a leading zero is octal to some and decimal to others.
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final String V4 = OCTET + "(?:\\." + OCTET + "){3}";
  private static final Pattern V4_ADDRESS = Pattern.compile(V4);
  private static final Pattern V6_ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
  // Ports may be hidden like addresses: "_x".
  private static final Pattern NODE =
      Pattern.compile(
          "(?:(?<v4>" + V4 + ")|\\[(?<v6>[^]]*)])(?::(?:(?<port>[0-9]{1,5})|_[\\w.-]+))?");

  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private IpAddresses() {}

  /** An IPv4 or IPv6 address; one that is mapped into IPv6 is IPv4. Null if it is none. */
  static @Nullable InetAddress parse(String text) {
    boolean isV6 = text.indexOf(':') >= 0 && V6_ADDRESS.matcher(text).matches();
    return isV6 || V4_ADDRESS.matcher(text).matches() ? ofLiteral(text, isV6) : null;
  }

  @SuppressWarnings("AddressSelection") // a literal is one address
  private static @Nullable InetAddress ofLiteral(String text, boolean isV6) {
    try {
      // What stands in brackets is never looked up.
      return InetAddress.getByName(isV6 ? "[" + text + "]" : text);
    } catch (UnknownHostException noAddress) {
      return null;
    }
  }

  /** A node of RFC 7239 §6 or of {@code X-Forwarded-For}; null if its address isn't known. */
  static @Nullable InetSocketAddress parseNode(String text) {
    Matcher node = NODE.matcher(text);
    if (!node.matches()) {
      return withPort(parse(text), 0);
    }
    String v4 = node.group("v4");
    String v6 = node.group("v6");
    String port = node.group("port");
    InetAddress address = v4 != null ? parse(v4) : v6 != null ? parse(v6) : null;
    return withPort(address, port == null ? 0 : Integer.parseInt(port));
  }

  private static @Nullable InetSocketAddress withPort(@Nullable InetAddress address, int port) {
    return address == null || port > 0xffff ? null : new InetSocketAddress(address, port);
  }

  /** The bytes of an address; four of them if it is IPv4 mapped into IPv6. */
  static byte[] bytes(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean mapped =
        bytes.length == 16 && Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
    return mapped ? Arrays.copyOfRange(bytes, MAPPED.length, 16) : bytes;
  }
}
