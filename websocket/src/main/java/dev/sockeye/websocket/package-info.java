// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/**
 * An open WebSocket on Netty (RFC 6455, RFC 7692), from either end: {@link
 * dev.sockeye.websocket.NettyWebSocket} takes a channel over when its owner has done the handshake.
 * For the Netty host and the client only.
 */
package dev.sockeye.websocket;
