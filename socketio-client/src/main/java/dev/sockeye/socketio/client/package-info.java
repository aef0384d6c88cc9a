// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The Socket.IO client. {@link dev.sockeye.socketio.client.SocketIoClient} keeps a connection,
 * {@link dev.sockeye.socketio.client.ClientSocket} is one namespace over it, {@link
 * dev.sockeye.socketio.client.SimpleClient} is for scripts.
 */
package dev.sockeye.socketio.client;
