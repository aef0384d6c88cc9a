// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Dispatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which threads do what. */
@Timeout(30)
class ThreadsTest {
  private final ScriptedServer server = new ScriptedServer();

  @Test
  void aListenerMayWaitForAnAnswer() {
    ClientSocket socket = server.client().dispatch(Dispatch.blocking()).build().socket();
    ScriptedPeer peer = server.join();
    CompletableFuture<String> outcome = new CompletableFuture<>();
    CountDownLatch asked = new CountDownLatch(1);
    socket.on(
        "go",
        () -> {
          CompletableFuture<Args> answer = socket.emitWithAck("ask");
          asked.countDown();
          outcome.complete(answer.join().string(0));
        });
    peer.send("42[\"go\"]");
    await(asked);
    peer.send("430[\"yes\"]");
    assertThat(outcome.join()).isEqualTo("yes");
  }

  @Test
  void aListenerThatBlocksDoesNotDelayThePong() {
    ClientSocket socket = server.client().dispatch(Dispatch.blocking()).build().socket();
    ScriptedPeer peer = server.join();
    peer.receive();
    CountDownLatch end = new CountDownLatch(1);
    socket.on("go", () -> await(end));
    peer.send("42[\"go\"]", "2");
    assertThat(peer.receive()).containsExactly("3");
    end.countDown();
  }

  @Test
  void listenersRunInOrderAndNeverTwoAtOnce() {
    ClientSocket socket = server.client().dispatch(Dispatch.blocking()).build().socket();
    ScriptedPeer peer = server.join();
    List<Integer> numbers = new ArrayList<>();
    AtomicInteger running = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(200);
    socket.on(
        "n",
        Integer.class,
        number -> {
          overlaps.addAndGet(running.getAndIncrement());
          numbers.add(number);
          running.decrementAndGet();
          done.countDown();
        });
    for (int i = 0; i < 200; i++) {
      peer.send("42[\"n\"," + i + "]");
    }
    await(done);
    assertThat(overlaps).hasValue(0);
    assertThat(numbers).isEqualTo(IntStream.range(0, 200).boxed().toList());
  }

  @Test
  void eachThreadsEventsLeaveInItsOrder() throws InterruptedException {
    ClientSocket socket = server.client().build().socket();
    ScriptedPeer peer = server.join();
    peer.receive();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      String name = "t" + t;
      Thread thread = new Thread(() -> IntStream.range(0, 500).forEach(i -> socket.emit(name, i)));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    List<String> sent = peer.receive();
    assertThat(sent).hasSize(2000);
    assertThat(sent.stream().filter(text -> text.contains("\"t1\"")).toList())
        .isEqualTo(IntStream.range(0, 500).mapToObj(i -> "42[\"t1\"," + i + "]").toList());
  }

  @Test
  void aFloodStopsTheReadingWhileListenersAreSlow() {
    List<Runnable> executor = new ArrayList<>();
    ClientSocket socket =
        server.client().dispatch(Dispatch.on(executor::add)).maxPendingBytes(500).build().socket();
    ScriptedPeer peer = server.join();
    executor.clear();
    assertThat(socket.isConnected()).isTrue();
    peer.send("42[\"x\"]", "42[\"x\"]", "42[\"x\"]", "42[\"x\"]");
    assertThat(peer.isReadable()).isFalse();
  }

  @Test
  void soItDoesOverTheNextConnection() {
    List<Runnable> executor = new ArrayList<>();
    ClientSocket socket =
        server.client().dispatch(Dispatch.on(executor::add)).maxPendingBytes(500).build().socket();
    server.join().send("42[\"x\"]", "42[\"x\"]", "42[\"x\"]", "42[\"x\"]").drop();
    server.advance(Duration.ofSeconds(1));
    ScriptedPeer next = server.join();
    assertThat(socket.isConnected()).isTrue();
    assertThat(next.isReadable()).isTrue();
    next.send("42[\"x\"]");
    assertThat(next.isReadable()).isFalse();
    executor.forEach(Runnable::run);
    server.run();
    assertThat(next.isReadable()).isTrue();
  }

  @Test
  void whatWaitsWhenTheApplicationLeavesIsNotHeard() {
    List<Runnable> executor = new ArrayList<>();
    ClientSocket socket = server.client().dispatch(Dispatch.on(executor::add)).build().socket();
    List<String> heard = new ArrayList<>();
    socket.on("x", () -> heard.add("x"));
    socket.onDisconnect((reason, details) -> heard.add(reason.text()));
    server.join().send("42[\"x\"]");
    socket.disconnect();
    executor.forEach(Runnable::run);
    assertThat(heard).containsExactly("io client disconnect");
  }

  @Test
  void whatCameBeforeALossIsHeardBeforeIt() {
    List<Runnable> executor = new ArrayList<>();
    ClientSocket socket = server.client().dispatch(Dispatch.on(executor::add)).build().socket();
    List<String> heard = new ArrayList<>();
    socket.on("x", () -> heard.add("x"));
    socket.onDisconnect((reason, details) -> heard.add(reason.text()));
    server.join().send("42[\"x\"]").drop();
    executor.forEach(Runnable::run);
    assertThat(heard).containsExactly("x", "transport close");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
