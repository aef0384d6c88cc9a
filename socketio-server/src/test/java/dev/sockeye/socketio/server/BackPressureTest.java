// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Dispatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection whose listeners are slow is read no faster than they are. */
class BackPressureTest {
  private final Queue<Runnable> executor = new ArrayDeque<>();
  private final TestServer server =
      new TestServer(
          options -> options.dispatch(Dispatch.on(executor::add)).maxPendingBytes(1_000));
  private final List<Object> heard = new ArrayList<>();
  private TestClient client;

  @BeforeEach
  void connect() {
    server.io.onConnection(socket -> socket.on("n", (args, ack) -> heard.add(args.integer(0))));
    client = server.open();
    client.send("40");
    work();
    client.received();
  }

  @Test
  void readingStopsWhenTooMuchWaits() {
    flood(100);
    assertThat(executor).hasSize(1);
    executor.remove().run();
    // 128 bytes and the packet's own, for each: the eighth is one too many.
    assertThat(heard).hasSizeLessThan(10);
  }

  @Test
  void nothingIsLostAndNothingOvertakes() {
    flood(100);
    work();
    assertThat(heard).isEqualTo(java.util.stream.IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void anotherConnectionIsReadOn() {
    TestClient other = server.open();
    other.send("40");
    work();
    flood(100);
    other.send("42[\"n\",-1]");
    work();
    assertThat(heard).contains(-1);
  }

  @Test
  void aBusyExecutorDelaysNoHeartbeat() {
    flood(100);
    server.advance(server.io.engine().options().pingInterval());
    assertThat(client.received()).contains("2");
  }

  @Test
  void aConnectionThatIsLostMeanwhileLeavesNothing() {
    flood(100);
    client.wire.drop();
    work();
    assertThat(Leaks.of(server.io)).isEmpty();
  }

  private void flood(int events) {
    for (int i = 0; i < events; i++) {
      client.wire.local().send("42[\"n\"," + i + "]");
    }
    server.host.runPending();
  }

  /** Runs what waits on the executor and on the host, until nothing does. */
  private void work() {
    server.host.runPending();
    while (!executor.isEmpty()) {
      executor.remove().run();
      server.host.runPending();
    }
  }
}
