// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.spi.Events;
import dev.sockeye.socketio.spi.Listeners;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What other nodes of the cluster say to this one in one namespace.
 *
 * <p>Implements "serverSideEmit" of the Socket.IO documentation.
 */
final class ServerSideEvents {
  /** What a listener gives that has no answer. */
  static final Object NO_ANSWER = new Object();

  private static final Logger LOG = LoggerFactory.getLogger(ServerSideEvents.class);
  private static final Set<String> RESERVED = Set.of("connect", "connection", "new_namespace");

  private final String namespace;
  private final Values values;
  private final Serial serial;
  private final Listeners<Function<? super Args, ? extends @Nullable Object>> listeners =
      new Listeners<>();

  ServerSideEvents(String namespace, Dispatch dispatch, Values values) {
    this.namespace = namespace;
    this.values = values;
    this.serial = new Serial(dispatch);
  }

  private static void checkName(String event) {
    if (RESERVED.contains(event)) {
      throw new IllegalArgumentException("\"" + event + "\" is a reserved event name");
    }
  }

  static List<@Nullable Object> nameAndArguments(String event, @Nullable Object[] args) {
    checkName(event);
    return Events.nameAndArguments(event, args);
  }

  Subscription add(String event, Function<? super Args, ? extends @Nullable Object> listener) {
    checkName(event);
    return listeners.add(event, listener);
  }

  /** The answers of other nodes, so that they bind to types. */
  CompletableFuture<List<Args>> answers(CompletionStage<List<@Nullable Object>> stage) {
    return stage
        .thenApply(
            all ->
                all.stream().map(value -> values.args(Collections.singletonList(value))).toList())
        .toCompletableFuture();
  }

  /** Another node says something. */
  void hear(
      List<? extends @Nullable Object> nameAndArguments,
      @Nullable Consumer<@Nullable Object> answer) {
    if (nameAndArguments.isEmpty() || !(nameAndArguments.get(0) instanceof String event)) {
      LOG.warn("{}: another node has sent what is no event: {}", namespace, nameAndArguments);
      return;
    }
    List<? extends @Nullable Object> args = nameAndArguments.subList(1, nameAndArguments.size());
    serial.execute(() -> tell(event, values.args(args), new FirstAnswer(answer)));
  }

  private void tell(String event, Args args, FirstAnswer answer) {
    for (Listeners.Entry<Function<? super Args, ? extends @Nullable Object>> entry :
        listeners.snapshot()) {
      if (entry.name().equals(event)) {
        try {
          answer.give(entry.listener().apply(args));
        } catch (RuntimeException e) {
          LOG.error("a listener of \"{}\" of other nodes in {} failed", event, namespace, e);
        }
      }
    }
  }

  /** Sends the first answer that is given. */
  private record FirstAnswer(@Nullable Consumer<@Nullable Object> to, AtomicBoolean given) {
    FirstAnswer(@Nullable Consumer<@Nullable Object> to) {
      this(to, new AtomicBoolean());
    }

    void give(@Nullable Object result) {
      if (result instanceof CompletionStage<?> stage) {
        stage.whenComplete(
            (value, error) -> {
              if (error == null) {
                give(value);
              } else {
                LOG.error("the answer to another node failed", Failures.cause(error));
              }
            });
      } else if (result != NO_ANSWER && to != null && given.compareAndSet(false, true)) {
        to.accept(result);
      }
    }
  }
}
