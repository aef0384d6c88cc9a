// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The proxies in front of the server whose headers are believed, and which headers they write.
 *
 * <pre>{@code
 * TrustedProxies.xForwarded("10.0.0.0/8", "fd00::/8")
 * }</pre>
 *
 * <p>A request that comes from a listed network is followed outward, from the nearest proxy on, for
 * as long as the hop is in a listed network too; the first one that isn't is the client. Headers of
 * others are not looked at, so nobody can forge an address. What isn't understood ends the walk:
 * the client is then the last hop that was. Of each header the nearest 8192 characters count.
 *
 * <p>List only proxies that <em>write</em> the headers, and make the outermost one replace what the
 * client has sent, {@code X-Forwarded-Proto} above all. Only one kind of headers is read, because
 * most proxies hand the other one on as the client has sent it.
 *
 * <p>Immutable; safe for use from any thread.
 */
public final class TrustedProxies {
  // A path of so many proxies is a loop.
  private static final int MAX_HOPS = 32;

  private final List<IpNetwork> networks;
  private final Function<Headers, ProxyHops> reader;

  private TrustedProxies(List<IpNetwork> networks, Function<Headers, ProxyHops> reader) {
    this.networks = networks;
    this.reader = reader;
  }

  /** Nobody is believed: the client is the other end of the TCP connection. The default. */
  public static TrustedProxies none() {
    return xForwarded();
  }

  /**
   * Proxies that write {@code X-Forwarded-For} and {@code X-Forwarded-Proto}: nearly all do.
   *
   * @param networks addresses ({@code 192.0.2.1}) and networks ({@code 10.0.0.0/8}) of IPv4 and
   *     IPv6
   * @throws IllegalArgumentException if one is neither
   */
  public static TrustedProxies xForwarded(String... networks) {
    return new TrustedProxies(parse(networks), XForwardedHops::new);
  }

  /**
   * Proxies that write {@code Forwarded} (RFC 7239).
   *
   * @param networks as for {@link #xForwarded}
   * @throws IllegalArgumentException if one is neither an address nor a network
   */
  public static TrustedProxies forwarded(String... networks) {
    return new TrustedProxies(parse(networks), ForwardedHops::new);
  }

  private static List<IpNetwork> parse(String... networks) {
    return List.of(networks).stream().map(IpNetwork::parse).toList();
  }

  /** Whether an address is in a listed network. */
  public boolean trusts(InetSocketAddress hop) {
    InetAddress address = hop.getAddress();
    return address != null && networks.stream().anyMatch(network -> network.contains(address));
  }

  /**
   * Finds the client of a request. Never throws, whatever the headers say.
   *
   * @param peer the other end of the TCP connection
   * @param secure whether that connection is encrypted
   * @param headers the request's headers
   */
  public ClientAddress resolve(InetSocketAddress peer, boolean secure, Headers headers) {
    ClientAddress client = new ClientAddress(peer, secure);
    if (!trusts(peer)) {
      return client;
    }
    ProxyHops hops = reader.apply(headers);
    for (int i = 0; i < MAX_HOPS && trusts(client.address()); i++) {
      ProxyHop hop = hops.next();
      if (hop == null) {
        break;
      }
      client = beyond(client, hop);
      if (hop.address() == null) {
        break;
      }
    }
    return client;
  }

  /** What a proxy doesn't say stays as the one before it has said. */
  private static ClientAddress beyond(ClientAddress known, ProxyHop hop) {
    @Nullable InetSocketAddress address = hop.address();
    @Nullable Boolean secure = hop.secure();
    return new ClientAddress(
        address == null ? known.address() : address, secure == null ? known.secure() : secure);
  }
}
