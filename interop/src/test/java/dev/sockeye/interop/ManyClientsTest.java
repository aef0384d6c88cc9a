// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.client.NettyNetwork;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.socketio.client.SocketIoClient;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one JVM with clients needs, and what clients do to each other: nothing. */
class ManyClientsTest {
  @RegisterExtension static final Leftovers LEFTOVERS = new Leftovers();
  @RegisterExtension static final PeerServer SERVER = new PeerServer();

  private static SocketIoClient open(NettyNetwork network, String transport) {
    SocketIoClient client =
        SocketIoClient.builder(SERVER.url())
            .network(network)
            .transports(SockeyePeer.transports(transport))
            .build();
    client.socket();
    return client;
  }

  @Test
  void aHundredWebSocketsAndTwentyPollersOfOneJvmShareTwoThreads() {
    NettyNetwork network = NettyNetwork.builder().eventLoops(2).build();
    List<SocketIoClient> clients = new ArrayList<>();
    IntStream.range(0, 100).forEach(i -> clients.add(open(network, "websocket")));
    IntStream.range(0, 20).forEach(i -> clients.add(open(network, "polling")));
    List<CompletableFuture<Args>> answers =
        clients.stream().map(each -> each.socket().emitWithAck("echo-ack", "here")).toList();
    assertThat(answers).allMatch(answer -> answer.join().string(0).equals("here"));
    assertThat(Leftovers.threads())
        .filteredOn(thread -> !thread.getName().contains("names"))
        .hasSizeLessThanOrEqualTo(2);
    clients.forEach(SocketIoClient::close);
    network.close().join();
  }

  @Test
  void aThousandPendingAnswersCostNoThread() {
    try (SockeyePeer peer =
        SockeyePeer.open(SERVER.url(), "websocket", client -> client, Map.of())) {
      peer.ask("echo-ack", "connected");
      int before = Leftovers.threads().size();
      List<CompletableFuture<Args>> pending =
          IntStream.range(0, 1000)
              .mapToObj(i -> peer.socket().timeout(ofMinutes(1)).emitWithAck("nobody answers", i))
              .toList();
      peer.ask("echo-ack", "all have left");
      assertThat(pending).noneMatch(CompletableFuture::isDone);
      assertThat(Leftovers.threads()).hasSizeLessThanOrEqualTo(before);
    }
  }

  @Test
  void aListenerThatBlocksDelaysNoOtherClient() throws InterruptedException {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (SockeyePeer one = SockeyePeer.open(SERVER.url(), "websocket", same -> same, Map.of());
        SockeyePeer other = SockeyePeer.open(SERVER.url(), "websocket", same -> same, Map.of())) {
      one.socket()
          .on(
              "echo",
              (args, ack) -> {
                blocked.countDown();
                await(end);
              });
      one.emit("echo");
      blocked.await();
      assertThat(other.ask("echo-ack", "answered")).containsExactly("answered");
      end.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket"})
  void aListenerThatThrowsEndsNoConnection(String transport) {
    try (SockeyePeer peer =
        SockeyePeer.open(
            SERVER.url(),
            transport,
            client -> client.onError((error, socket, event) -> {}),
            Map.of())) {
      peer.next("auth");
      ClientSocket socket = peer.socket();
      socket.on(
          "echo",
          (args, ack) -> {
            throw new IllegalStateException("a listener of the application");
          });
      IntStream.range(0, 10).forEach(number -> peer.emit("echo", number));
      IntStream.range(0, 10)
          .forEach(number -> assertThat(peer.next("echo")).containsExactly(number));
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void nothingHoldsOnToAClientThatWasClosed() {
    WeakReference<SocketIoClient> closed = connectAndClose();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (closed.get() != null && System.nanoTime() < deadline) {
      System.gc(); // again, until the threads that knew it have gone on
    }
    assertThat(closed.get()).isNull();
  }

  private static WeakReference<SocketIoClient> connectAndClose() {
    try (SocketIoClient client = SocketIoClient.builder(SERVER.url()).build()) {
      client.socket().emitWithAck("echo-ack", "connected").join();
      return new WeakReference<>(client);
    }
  }
}
