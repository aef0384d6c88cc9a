// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.Dispatch;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the credentials of a CONNECT packet come from. */
@FunctionalInterface
interface Auth {
  /** No credentials. */
  Auth NONE = dispatch -> CompletableFuture.completedFuture(null);

  /** The credentials for one CONNECT packet: a map, a record, anything that is a JSON object. */
  CompletionStage<? extends @Nullable Object> ask(Dispatch dispatch);

  static Auth of(Object value) {
    CompletableFuture<Object> known =
        CompletableFuture.completedFuture(Objects.requireNonNull(value, "auth"));
    return dispatch -> known;
  }

  /** Asked where a listener may run, since it may block. */
  static Auth supplied(Supplier<? extends @Nullable Object> supplier) {
    Objects.requireNonNull(supplier, "auth");
    return dispatch -> {
      CompletableFuture<@Nullable Object> asked = new CompletableFuture<>();
      dispatch.answer(
          () -> {
            try {
              asked.complete(supplier.get());
            } catch (Throwable e) {
              asked.completeExceptionally(e);
            }
          });
      return asked;
    };
  }

  static Auth async(Supplier<? extends CompletionStage<? extends @Nullable Object>> supplier) {
    Objects.requireNonNull(supplier, "auth");
    return dispatch -> {
      try {
        return supplier.get();
      } catch (Throwable e) {
        return CompletableFuture.failedFuture(e);
      }
    };
  }
}
