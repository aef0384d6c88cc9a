// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.adapter.AnswerListener;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Those among whom a {@link BroadcastOperator} selects: the sockets of one namespace, or of all
 * children of a parent. The methods are those of {@link dev.sockeye.socketio.adapter.Adapter}.
 */
interface Audience {
  /** What runs what is the application's. */
  Dispatch dispatch();

  /** Sends an event: its name, then its arguments. */
  CompletionStage<Void> broadcast(
      List<? extends @Nullable Object> nameAndArguments, BroadcastOptions options);

  /** Sends an event and collects the answers; completes with the number of those missing. */
  CompletionStage<Integer> broadcastWithAck(
      List<? extends @Nullable Object> nameAndArguments,
      BroadcastOptions options,
      AnswerListener answers);

  /** The sockets of this node. */
  Collection<LocalSocket> sockets(BroadcastOptions options);

  /** Describes the sockets of all nodes. */
  CompletionStage<List<SocketSnapshot>> fetchSockets(BroadcastOptions options);

  /** Makes them join rooms. */
  CompletionStage<Void> addSockets(BroadcastOptions options, Set<String> rooms);

  /** Makes them leave rooms. */
  CompletionStage<Void> delSockets(BroadcastOptions options, Set<String> rooms);

  /** Disconnects them. */
  CompletionStage<Void> disconnectSockets(BroadcastOptions options, boolean close);
}
