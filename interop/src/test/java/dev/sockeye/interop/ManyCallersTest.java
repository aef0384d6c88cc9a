// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.server.SocketIoServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code SimpleClient} in many threads. */
class ManyCallersTest {
  /** Who has asked and waits. Guarded by itself. */
  private final Map<Integer, Ack> waiting = new TreeMap<>();

  @Test
  void aThousandVirtualThreadsWaitOnOneCarrier() {
    SocketIoServer io = SocketIoServer.builder().build();
    io.onConnection(
        socket ->
            socket.on("once-all-have-asked", (args, ack) -> onQuestion(args.integer(0), ack)));
    try (Listening server = io.listen(0)) {
      List<String> oneCarrier =
          List.of(
              "-Djdk.virtualThreadScheduler.parallelism=1",
              "-Djdk.virtualThreadScheduler.maxPoolSize=1");
      String url = "http://localhost:" + server.port();
      assertThat(SmallJvm.run(ManyCallers.class, oneCarrier, url)).isZero();
      assertThat(waiting).hasSize(ManyCallers.count());
    } finally {
      io.close().join();
    }
  }

  private void onQuestion(int number, Ack ack) {
    List<Map.Entry<Integer, Ack>> answers = new ArrayList<>();
    synchronized (waiting) {
      waiting.put(number, ack);
      if (waiting.size() == ManyCallers.count()) {
        answers.addAll(waiting.entrySet());
      }
    }
    answers.forEach(each -> each.getValue().send(each.getKey()));
  }
}
