// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import java.net.InetSocketAddress;

/**
 * Who is at the other end of a connection.
 *
 * @param address the client's address, as far as is known
 * @param secure whether the client's connection is encrypted, as far as is known
 */
record Peer(InetSocketAddress address, boolean secure) {}
