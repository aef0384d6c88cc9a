// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

/** Decides which namespaces a {@link ParentNamespace} makes; see {@link SocketIoServer#of}. */
@FunctionalInterface
public interface NamespacePredicate {
  /**
   * Whether there is to be a namespace of this name. It runs as {@link Middleware} does.
   *
   * @param name the name, with its leading slash, as the client has sent it
   * @param handshake how the client came, and what it sent to be let in
   * @throws Exception anything means no, and is logged
   */
  boolean test(String name, Handshake handshake) throws Exception;
}
