// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real threads: listeners may block, and still come in order and one at a time. */
@Timeout(30)
class DispatchTest {
  @Test
  void eventsOfOneConnectionComeInOrderAndNeverTwoAtOnce() throws Exception {
    TestServer server = new TestServer(options -> options.dispatch(Dispatch.blocking()));
    List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger running = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(1_000);
    for (String name : List.of("/", "/admin")) {
      server
          .io
          .of(name)
          .onConnection(
              socket ->
                  socket.on(
                      "n",
                      (args, ack) -> {
                        overlaps.addAndGet(running.getAndIncrement());
                        heard.add(args.integer(0));
                        running.decrementAndGet();
                        done.countDown();
                      }));
    }
    TestClient client = joined(server, "40", "40/admin,");
    for (int i = 0; i < 1_000; i++) {
      client.send("42" + (i % 2 == 0 ? "" : "/admin,") + "[\"n\"," + i + "]");
    }
    done.await();
    assertThat(heard).isSorted().hasSize(1_000);
    assertThat(overlaps).hasValue(0);
  }

  @Test
  void aBlockedListenerHoldsUpNobodyElse() throws Exception {
    TestServer server = new TestServer(options -> options.dispatch(Dispatch.blocking()));
    CountDownLatch gate = new CountDownLatch(1);
    CompletableFuture<String> other = new CompletableFuture<>();
    server.io.onConnection(
        socket -> {
          socket.on("block", (args, ack) -> gate.await());
          socket.on("go", (args, ack) -> other.complete("went"));
        });
    TestClient blocked = joined(server, "40");
    TestClient free = joined(server, "40");
    blocked.send("42[\"block\"]");
    free.send("42[\"go\"]");
    assertThat(other.get()).isEqualTo("went");
    gate.countDown();
  }

  @Test
  void aListenerMayWaitForAnAnswerOfItsOwnClient() throws Exception {
    TestServer server = new TestServer(options -> options.dispatch(Dispatch.blocking()));
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<Object> answer = new CompletableFuture<>();
    server.io.onConnection(
        socket ->
            socket.on(
                "start",
                (args, ack) -> {
                  CompletableFuture<Args> future = socket.emitWithAck("ask");
                  asked.countDown();
                  answer.complete(future.join().get(0));
                }));
    TestClient client = joined(server, "40");
    client.send("42[\"start\"]");
    asked.await();
    client.send("430[\"yes\"]");
    assertThat(answer.get()).isEqualTo("yes");
  }

  @Test
  void listenersDoNotRunOnTheEventLoop() throws Exception {
    TestServer server = new TestServer(options -> options.dispatch(Dispatch.blocking()));
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    server.io.onConnection(socket -> thread.complete(Thread.currentThread()));
    server.open().send("40");
    assertThat(thread.get()).isNotSameAs(Thread.currentThread());
    assertThat(thread.get().isDaemon()).isTrue();
  }

  @Test
  void onTheIoThreadListenersRunWhereThePacketCame() {
    TestServer server = new TestServer(options -> options.dispatch(Dispatch.ioThread()));
    List<Boolean> inThread = new ArrayList<>();
    server.io.onConnection(socket -> inThread.add(socket.conn().scheduler().inThread()));
    server.open().send("40");
    assertThat(inThread).containsExactly(true);
  }

  @Test
  void whatAnExecutorRejectsRunsOnTheEventLoop() {
    TestServer server =
        new TestServer(
            options ->
                options.dispatch(
                    Dispatch.on(
                        task -> {
                          throw new RejectedExecutionException("shut down");
                        })));
    server.io.onConnection(socket -> socket.on("hi", (args, ack) -> socket.emit("hi")));
    TestClient client = server.connect();
    client.send("42[\"hi\"]");
    assertThat(client.received()).containsExactly("42[\"hi\"]");
  }

  @Test
  void theEndComesAfterTheEventsOnRealThreadsToo() throws Exception {
    TestServer server = new TestServer(options -> options.dispatch(Dispatch.blocking()));
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch end = new CountDownLatch(1);
    server.io.onConnection(
        socket -> {
          socket.on("hi", (args, ack) -> heard.add("hi"));
          socket.onDisconnect(
              (reason, details) -> {
                heard.add("end");
                end.countDown();
              });
        });
    TestClient client = joined(server, "40");
    client.send("42[\"hi\"]", "42[\"hi\"]");
    client.wire.close();
    end.await();
    assertThat(heard).containsExactly("hi", "hi", "end");
  }

  @Test
  void closingWaitsForTheListenersOfTheEnd() throws Exception {
    TestServer server =
        new TestServer(
            options -> options.dispatch(Dispatch.blocking()).drainTimeout(Duration.ofSeconds(20)));
    CountDownLatch gate = new CountDownLatch(1);
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    server.io.onConnection(
        socket ->
            socket.onDisconnect(
                (reason, details) -> {
                  gate.await();
                  heard.add("saved");
                }));
    joined(server, "40");
    CompletableFuture<Void> closed = server.io.close();
    assertThat(closed).isNotDone();
    gate.countDown();
    while (!closed.isDone()) {
      server.host.runPending();
      Thread.onSpinWait();
    }
    closed.get(1, TimeUnit.SECONDS);
    assertThat(heard).containsExactly("saved");
  }

  /** A client that has sent these CONNECTs, once all of its sockets' listeners were called. */
  private static TestClient joined(TestServer server, String... connects) throws Exception {
    CountDownLatch connected = new CountDownLatch(connects.length);
    List<Subscription> subscriptions = new ArrayList<>();
    for (String name : List.of("/", "/admin")) {
      subscriptions.add(server.io.of(name).onConnection(socket -> connected.countDown()));
    }
    TestClient client = server.open().send(connects);
    connected.await();
    subscriptions.forEach(Subscription::cancel);
    return client;
  }
}
