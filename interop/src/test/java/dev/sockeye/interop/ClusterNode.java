// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A server that is one of a cluster, ours or the official one, and what it is told to do. */
interface ClusterNode extends AutoCloseable {
  Endpoint endpoint();

  /** Sends an event: its name, then its arguments. */
  void emit(Audience audience, Object... event);

  /** Sends an event and collects the answers. */
  CompletableFuture<Answers> ask(Audience audience, int millis, Object... event);

  /** What answers there were, and whether that was all of them. */
  record Answers(List<Object> values, boolean isComplete) {}

  /** Describes sockets: {@code id}, {@code rooms}, {@code data}, {@code handshake}. */
  List<Map<String, Object>> fetchSockets(Audience audience);

  void socketsJoin(Audience audience, String... rooms);

  void socketsLeave(Audience audience, String... rooms);

  void disconnectSockets(Audience audience, boolean close);

  void serverSideEmit(Object... event);

  CompletableFuture<Answers> serverSideAsk(Object... event);

  int serverCount();

  /** Makes a socket of this node join rooms. */
  void join(String sid, String... rooms);

  /** The rooms of a socket of this node. */
  List<String> rooms(String sid);

  /** The next event of another server that it hears; it answers "<name> heard <event>". */
  List<Object> heard();

  @Override
  void close();
}
