// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.adapter.AnswerListener;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sockets of all children of a parent, as far as there are any at the time. */
record ChildrenAudience(Supplier<? extends Collection<Namespace>> children, Dispatch dispatch)
    implements Audience {
  @Override
  public CompletionStage<Void> broadcast(
      List<? extends @Nullable Object> nameAndArguments, BroadcastOptions options) {
    return onAll(child -> child.broadcast(nameAndArguments, options)).thenAccept(done -> {});
  }

  @Override
  public CompletionStage<Integer> broadcastWithAck(
      List<? extends @Nullable Object> nameAndArguments,
      BroadcastOptions options,
      AnswerListener answers) {
    return onAll(child -> child.broadcastWithAck(nameAndArguments, options, answers))
        .thenApply(missing -> missing.stream().mapToInt(Integer::intValue).sum());
  }

  @Override
  public Collection<LocalSocket> sockets(BroadcastOptions options) {
    List<LocalSocket> all = new ArrayList<>();
    children.get().forEach(child -> all.addAll(child.audience().sockets(options)));
    return all;
  }

  @Override
  public CompletionStage<List<SocketSnapshot>> fetchSockets(BroadcastOptions options) {
    return onAll(child -> child.fetchSockets(options))
        .thenApply(lists -> lists.stream().flatMap(List::stream).toList());
  }

  @Override
  public CompletionStage<Void> addSockets(BroadcastOptions options, Set<String> rooms) {
    return onAll(child -> child.addSockets(options, rooms)).thenAccept(done -> {});
  }

  @Override
  public CompletionStage<Void> delSockets(BroadcastOptions options, Set<String> rooms) {
    return onAll(child -> child.delSockets(options, rooms)).thenAccept(done -> {});
  }

  @Override
  public CompletionStage<Void> disconnectSockets(BroadcastOptions options, boolean close) {
    return onAll(child -> child.disconnectSockets(options, close)).thenAccept(done -> {});
  }

  /** Does something with each child, and waits for all. */
  private <T extends @Nullable Object> CompletableFuture<List<T>> onAll(
      Function<Audience, CompletionStage<T>> act) {
    List<CompletableFuture<T>> stages =
        children.get().stream()
            .map(child -> act.apply(child.audience()).toCompletableFuture())
            .toList();
    return CompletableFuture.allOf(stages.toArray(CompletableFuture<?>[]::new))
        .thenApply(
            done -> {
              List<T> results = new ArrayList<>(stages.size());
              stages.forEach(stage -> results.add(stage.join()));
              return results;
            });
  }
}
