// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.TypeReference;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.spi.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom something concerns and how it is sent. Immutable: each step returns a new operator, so one
 * that was kept can be used again. Safe for use from any thread.
 *
 * <p>What one thread sends reaches each socket in that order. An event is encoded once, whatever
 * the number of sockets; a socket that is in several of the rooms gets it once.
 *
 * <p>Implements "Broadcasting events" and "Rooms" of the Socket.IO documentation.
 */
public final class BroadcastOperator {
  private static final Logger LOG = LoggerFactory.getLogger(BroadcastOperator.class);

  private final Audience audience;
  private final BroadcastOptions options;

  BroadcastOperator(Audience audience, BroadcastOptions options) {
    this.audience = audience;
    this.options = options;
  }

  /** Adds the sockets in one of these rooms; before the first room, all sockets are meant. */
  public BroadcastOperator to(String... rooms) {
    return with(
        new BroadcastOptions(plus(options.rooms(), rooms), options.except(), options.flags()));
  }

  /** As {@link #to}. */
  public BroadcastOperator in(String... rooms) {
    return to(rooms);
  }

  /** Leaves out the sockets in these rooms; a socket's id is a room with only that socket. */
  public BroadcastOperator except(String... rooms) {
    return with(
        new BroadcastOptions(options.rooms(), plus(options.except(), rooms), options.flags()));
  }

  /** Keeps to the sockets of this node of the cluster. */
  public BroadcastOperator local() {
    return with(options.flags().withLocal());
  }

  /** Drops what is sent where the connection can't send it at once. */
  public BroadcastOperator asVolatile() {
    return with(options.flags().withVolatile());
  }

  /** Whether the transport may compress what is sent; it may by default. */
  public BroadcastOperator compress(boolean compress) {
    return with(options.flags().withCompress(compress));
  }

  /**
   * Limits the time in which answers are collected; there is no limit by default.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public BroadcastOperator timeout(Duration timeout) {
    return with(options.flags().withTimeout(timeout));
  }

  /**
   * Sends an event.
   *
   * @throws IllegalArgumentException if the name is reserved or an argument can't be encoded
   */
  public void emit(String event, @Nullable Object... args) {
    logged(audience.broadcast(Events.nameAndArguments(event, args), options));
  }

  /** Sends the event {@code message}, as {@link #emit} does. */
  public void send(@Nullable Object... args) {
    emit("message", args);
  }

  /**
   * Sends an event and collects the answers of the clients, in the order in which they come. A
   * client that leaves is not waited for.
   *
   * @return all answers, at once an empty list if nobody is concerned; fails with {@link
   *     AckTimeoutException}, which has the answers so far, when the {@link #timeout} is over
   * @throws IllegalArgumentException if the name is reserved or an argument can't be encoded
   */
  public CompletableFuture<List<Args>> emitWithAck(String event, @Nullable Object... args) {
    Answers answers = new Answers(audience.dispatch());
    audience
        .broadcastWithAck(Events.nameAndArguments(event, args), options, answers)
        .whenComplete(answers::complete);
    return answers.future();
  }

  /**
   * As {@link #emitWithAck(String, Object...)}, with the first argument of each answer bound to a
   * type; fails with {@link dev.sockeye.socketio.BindingException} if one doesn't fit or is
   * missing.
   */
  public <T> CompletableFuture<List<T>> emitWithAck(
      String event, Class<T> answer, @Nullable Object... args) {
    return emitWithAck(event, args)
        .thenApply(answers -> answers.stream().map(Events.argument(0, answer)).toList());
  }

  /** As {@link #emitWithAck(String, Class, Object...)}, for generic types. */
  public <T> CompletableFuture<List<T>> emitWithAck(
      String event, TypeReference<T> answer, @Nullable Object... args) {
    return emitWithAck(event, args)
        .thenApply(answers -> answers.stream().map(Events.argument(0, answer)).toList());
  }

  /**
   * Sends an event and hears each client's answer as it comes. A client that leaves is not waited
   * for.
   *
   * @param listener hears the answers, one at a time, on a thread of the server's {@link Dispatch};
   *     what it throws is logged
   * @return complete after the last answer was heard, with the number of clients that did not
   *     answer before the {@link #timeout} was over: 0 if all did
   * @throws IllegalArgumentException if the name is reserved or an argument can't be encoded
   */
  public CompletableFuture<Integer> emitForAnswers(
      String event, Consumer<? super Answer> listener, @Nullable Object... args) {
    AnswerStream answers = new AnswerStream(audience.dispatch(), listener);
    audience
        .broadcastWithAck(Events.nameAndArguments(event, args), options, answers)
        .whenComplete(answers::complete);
    return answers.future();
  }

  /** Describes the sockets, on all nodes. */
  public CompletableFuture<List<RemoteSocket>> fetchSockets() {
    return audience
        .fetchSockets(options)
        .thenApply(
            found -> found.stream().map(socket -> new RemoteSocket(audience, socket)).toList())
        .toCompletableFuture();
  }

  /**
   * The sockets themselves, as far as they are of this node and connected; a snapshot, in no
   * particular order.
   */
  public List<Socket> localSockets() {
    List<Socket> found = new ArrayList<>();
    for (LocalSocket socket : audience.sockets(options)) {
      if (socket.isConnected()) {
        found.add((Socket) socket);
      }
    }
    return Collections.unmodifiableList(found);
  }

  /** Makes the sockets join rooms. */
  public void socketsJoin(String... rooms) {
    logged(audience.addSockets(options, plus(Set.of(), rooms)));
  }

  /** Makes the sockets leave rooms. */
  public void socketsLeave(String... rooms) {
    logged(audience.delSockets(options, plus(Set.of(), rooms)));
  }

  /** Disconnects the sockets from the namespace. */
  public void disconnectSockets() {
    disconnectSockets(false);
  }

  /**
   * Disconnects the sockets.
   *
   * @param close whether their connections are closed, with their sockets in other namespaces
   */
  public void disconnectSockets(boolean close) {
    logged(audience.disconnectSockets(options, close));
  }

  /** What fails on the way to other nodes, or with one of many sockets, nobody waits for. */
  private static void logged(CompletionStage<Void> stage) {
    if (stage instanceof CompletableFuture<Void> future
        && future.isDone()
        && !future.isCompletedExceptionally()) {
      return;
    }
    stage.whenComplete(
        (done, error) -> {
          if (error != null) {
            LOG.warn("a broadcast was not done, or not for all sockets", Failures.cause(error));
          }
        });
  }

  private BroadcastOperator with(BroadcastFlags flags) {
    return with(new BroadcastOptions(options.rooms(), options.except(), flags));
  }

  private BroadcastOperator with(BroadcastOptions changed) {
    return new BroadcastOperator(audience, changed);
  }

  private static Set<String> plus(Set<String> names, String[] more) {
    if (names.isEmpty() && more.length == 1) {
      return Set.of(more[0]);
    }
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(List.of(more));
    return all;
  }
}
