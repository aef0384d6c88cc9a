// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many threads that send to the same sessions at once, while these run. */
class OffThreadSendTest {
  private static final int SENDERS = 4;
  private static final int MESSAGES = 5_000;

  private final TestEngine server = TestEngine.create();

  @Test
  void eachThreadsMessagesArriveOnceAndInItsOrder() {
    PeerSocket first = server.peer().openWebSocket();
    PeerSocket second = server.peer().openWebSocket();
    List<CompletableFuture<Void>> senders =
        IntStream.range(0, SENDERS)
            .mapToObj(sender -> CompletableFuture.runAsync(() -> sendAll(sender)))
            .toList();
    List<String> toFirst = new ArrayList<>();
    while (!senders.stream().allMatch(CompletableFuture::isDone)) {
      server.host.runPending();
      toFirst.addAll(first.received());
    }
    senders.forEach(CompletableFuture::join);
    server.host.runPending();
    toFirst.addAll(first.received());

    assertThat(toFirst).hasSize(SENDERS * MESSAGES);
    for (int sender = 0; sender < SENDERS; sender++) {
      String prefix = "4" + sender + ":";
      assertThat(toFirst.stream().filter(text -> text.startsWith(prefix)))
          .isEqualTo(IntStream.range(0, MESSAGES).mapToObj(i -> prefix + i).toList());
    }
    assertThat(second.received()).hasSize(SENDERS * MESSAGES / 2);
  }

  private void sendAll(int sender) {
    for (int i = 0; i < MESSAGES; i++) {
      String text = sender + ":" + i;
      if (i % 2 == 0) {
        server.recorder.sessions().get(0).send(TestEngine.message(text));
      } else {
        server.engine.broadcast(TestEngine.message(text), server.recorder.sessions());
      }
    }
  }
}
