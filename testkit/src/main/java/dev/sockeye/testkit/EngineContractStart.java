// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.EngineServer;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** How the contract of engine and host together gets a client. */
public interface EngineContractStart {
  /** Serves an engine, until the client is closed. */
  EngineClient connect(EngineServer engine);

  /** Serves an engine with options of the test's, and talks to it. */
  default void talk(
      UnaryOperator<EngineOptions.Builder> options,
      BiConsumer<EngineServer, EngineClient> conversation) {
    EngineOptions.Builder builder = EngineOptions.builder().drainTimeout(Duration.ofMillis(1));
    EngineServer engine = EngineServer.create(options.apply(builder).build());
    try (EngineClient client = connect(engine)) {
      conversation.accept(engine, client);
    }
  }

  /** Serves an engine with its defaults but what the test adds to it, and talks to it. */
  default void talkWith(Consumer<EngineServer> setUp, Consumer<EngineClient> conversation) {
    talk(
        options -> options,
        (engine, client) -> {
          setUp.accept(engine);
          conversation.accept(client);
        });
  }
}
