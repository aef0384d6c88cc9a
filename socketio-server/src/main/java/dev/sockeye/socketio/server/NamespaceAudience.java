// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.AnswerListener;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The sockets of one namespace, as its adapter knows them. */
record NamespaceAudience(String name, Adapter adapter, Dispatch dispatch) implements Audience {
  @Override
  public CompletionStage<Void> broadcast(
      List<? extends @Nullable Object> nameAndArguments, BroadcastOptions options) {
    return adapter.broadcast(packet(nameAndArguments), options);
  }

  @Override
  public CompletionStage<Integer> broadcastWithAck(
      List<? extends @Nullable Object> nameAndArguments,
      BroadcastOptions options,
      AnswerListener answers) {
    return adapter.broadcastWithAck(packet(nameAndArguments), options, clients -> {}, answers);
  }

  private Packet packet(List<? extends @Nullable Object> nameAndArguments) {
    return Packet.event(name, Packet.NO_ID, nameAndArguments);
  }

  @Override
  public Collection<LocalSocket> sockets(BroadcastOptions options) {
    return adapter.sockets(options);
  }

  @Override
  public CompletionStage<List<SocketSnapshot>> fetchSockets(BroadcastOptions options) {
    return adapter.fetchSockets(options);
  }

  @Override
  public CompletionStage<Void> addSockets(BroadcastOptions options, Set<String> rooms) {
    return adapter.addSockets(options, rooms);
  }

  @Override
  public CompletionStage<Void> delSockets(BroadcastOptions options, Set<String> rooms) {
    return adapter.delSockets(options, rooms);
  }

  @Override
  public CompletionStage<Void> disconnectSockets(BroadcastOptions options, boolean close) {
    return adapter.disconnectSockets(options, close);
  }
}
