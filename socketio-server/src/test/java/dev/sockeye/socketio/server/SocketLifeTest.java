// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.server.SocketLife.State;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether a socket is in its namespace, while its client is being told so. */
@Timeout(30)
class SocketLifeTest {
  private final SocketLife life =
      new SocketLife() {
        @Override
        int maxPendingAcks() {
          return 1;
        }
      };

  @Test
  void itIsNotInBeforeItsClientIsTold() {
    life.advance(State.ACCEPTED);
    assertThat(life.isIn()).isFalse();
  }

  @Test
  void whoAsksWhileItsClientIsToldWaitsForTheAnswer() throws Exception {
    life.advance(State.CONFIRMING);
    assertThat(askMeanwhile(() -> life.advance(State.CONNECTED))).isTrue();
  }

  @Test
  void itMayEndWhileItsClientIsTold() throws Exception {
    life.advance(State.CONFIRMING);
    assertThat(askMeanwhile(() -> life.end(DisconnectReason.TRANSPORT_CLOSE))).isFalse();
    assertThat(life.advance(State.CONNECTED)).isFalse();
  }

  private boolean askMeanwhile(Runnable event) throws Exception {
    CompletableFuture<Void> asking = new CompletableFuture<>();
    FutureTask<Boolean> answer =
        new FutureTask<>(
            () -> {
              asking.complete(null);
              return life.isIn();
            });
    new Thread(answer).start();
    asking.join();
    event.run();
    return answer.get();
  }
}
