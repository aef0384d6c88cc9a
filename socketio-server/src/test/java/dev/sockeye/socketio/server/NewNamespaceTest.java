// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.testkit.LocalHost;
import dev.sockeye.testkit.ManualScheduler;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Listeners of new namespaces take their time, while other threads go on. */
class NewNamespaceTest {
  private static final int PATIENCE_SECONDS = 60;

  private final TestServer server = new TestServer();
  private final SocketIoServer io = server.io;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CountDownLatch listening = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  void release() {
    goOn.countDown();
  }

  @Test
  void otherNamespacesAreMadeMeanwhile() {
    CompletableFuture<Namespace> slow = makeSlowly("/slow");
    assertThat(inAnotherThread(() -> io.of("/other")).join().name()).isEqualTo("/other");
    assertThat(slow).isNotDone();
  }

  @Test
  void whoAsksForTheSameNamespaceGetsItAtOnce() {
    CompletableFuture<Namespace> slow = makeSlowly("/slow");
    Namespace known = inAnotherThread(() -> io.of("/slow")).join();
    goOn.countDown();
    assertThat(slow.join()).isSameAs(known);
    assertThat(told).containsExactly("/slow");
  }

  @Test
  void listenersThatMakeEachOthersNamespaceDoNotWaitForEachOther() {
    CyclicBarrier both = new CyclicBarrier(2);
    io.onNewNamespace(
        namespace -> {
          told.add(namespace.name());
          await(both);
          io.of(namespace.name().equals("/a") ? "/b" : "/a");
        });
    CompletableFuture<Namespace> a = inAnotherThread(() -> io.of("/a"));
    CompletableFuture<Namespace> b = inAnotherThread(() -> io.of("/b"));
    assertThat(List.of(a.join().name(), b.join().name())).containsExactly("/a", "/b");
    assertThat(told).containsExactlyInAnyOrder("/a", "/b");
  }

  @Test
  void aListenerMayMakeMoreNamespaces() {
    io.onNewNamespace(namespace -> told.add(namespace.name()));
    io.onNewNamespace(namespace -> io.of("/more"));
    io.of("/x");
    assertThat(told).containsExactly("/x", "/more");
  }

  @Test
  void aListenerMayWaitForAThreadThatAsksForItsNamespace() {
    io.onNewNamespace(
        namespace -> told.add(inAnotherThread(() -> io.of(namespace.name())).join().name()));
    assertThat(inAnotherThread(() -> io.of("/x")).join().name()).isEqualTo("/x");
    assertThat(told).containsExactly("/x");
  }

  @Test
  void threadsThatAskAtTheSameTimeMakeOneNamespaceOfWhichListenersHearOnce() {
    io.onNewNamespace(namespace -> told.add(namespace.name()));
    CyclicBarrier all = new CyclicBarrier(4);
    List<CompletableFuture<Namespace>> made =
        IntStream.range(0, 4)
            .mapToObj(
                thread ->
                    inAnotherThread(
                        () -> {
                          await(all);
                          return io.of("/x");
                        }))
            .toList();
    assertThat(made.stream().map(CompletableFuture::join).distinct()).containsExactly(io.of("/x"));
    assertThat(told).containsExactly("/x");
  }

  @Test
  void aSocketThatComesMeanwhileWaitsAndMeetsTheGuard() {
    CompletableFuture<Namespace> slow = makeSlowly("/slow");
    TestClient client = server.open().send("40/slow,");
    assertThat(client.received()).isEmpty();
    goOn.countDown();
    slow.join();
    server.host.runPending();
    assertThat(client.received()).containsExactly("44/slow,{\"message\":\"guarded\"}");
  }

  @Test
  void ofTwoClientsThatAskAtTheSameTimeTheSecondWaitsForTheListenersOfTheFirst() {
    io.of(Pattern.compile("/room-\\d"));
    ManualScheduler first = new ManualScheduler();
    ManualScheduler second = new ManualScheduler();
    LocalHost host = LocalHost.of(io.engine(), first, second);
    TestClient ann = new TestClient(host.peer(0).openWebSocket());
    TestClient bob = new TestClient(host.peer(1).openWebSocket());
    ann.wire.local().send("40/room-1,");
    CompletableFuture<?> making = slowly(first::runPending, NewNamespaceTest::guard);
    bob.wire.local().send("40/room-1,");
    second.runPending();
    assertThat(bob.wire.local().received()).isEmpty();
    goOn.countDown();
    making.join();
    host.runPending();
    assertThat(told).containsExactly("/room-1");
    assertThat(ann.received()).containsExactly("44/room-1,{\"message\":\"guarded\"}");
    assertThat(bob.received()).containsExactly("44/room-1,{\"message\":\"guarded\"}");
  }

  @Test
  void whoWaitsForAListenerThatFailsIsKeptOut() {
    CompletableFuture<Namespace> slow =
        slowly(
            () -> io.of("/slow"),
            namespace -> {
              throw new IllegalStateException("no guard");
            });
    TestClient client = server.open().send("40/slow,");
    goOn.countDown();
    assertThatThrownBy(slow::join).hasRootCauseMessage("no guard");
    server.host.runPending();
    assertThat(client.received())
        .containsExactly("44/slow,{\"message\":\"Internal server error\"}");
    assertThat(io.namespaces()).extracting(Namespace::name).containsExactly("/");
  }

  @Test
  void aClientThatLeavesWhileItWaitsLeavesNothingBehind() {
    CompletableFuture<Namespace> slow = makeSlowly("/slow");
    server.open().send("40/slow,").wire.drop();
    goOn.countDown();
    slow.join();
    server.host.runPending();
    assertThat(Leaks.of(io, "/slow")).isEmpty();
  }

  private CompletableFuture<Namespace> makeSlowly(String name) {
    return slowly(() -> io.of(name), NewNamespaceTest::guard);
  }

  private static void guard(Namespace namespace) {
    namespace.use(
        socket -> {
          throw new ConnectionRefusedException("guarded");
        });
  }

  /**
   * Makes a namespace. A listener is being called with it, and does something when it may go on.
   */
  private <T> CompletableFuture<T> slowly(Supplier<T> making, Consumer<Namespace> then) {
    io.onNewNamespace(
        namespace -> {
          told.add(namespace.name());
          if (told.size() == 1) {
            listening.countDown();
            await(goOn);
            then.accept(namespace);
          }
        });
    CompletableFuture<T> made = inAnotherThread(making);
    await(listening);
    return made;
  }

  private static <T> CompletableFuture<T> inAnotherThread(Supplier<T> action) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread = new Thread(() -> result.completeAsync(action, Runnable::run));
    thread.setDaemon(true);
    thread.start();
    return result.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
