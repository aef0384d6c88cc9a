// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import static dev.sockeye.engineio.Transport.POLLING;
import static dev.sockeye.engineio.Transport.WEBSOCKET;

import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.CookieStore;
import dev.sockeye.engineio.client.EngineConnection;
import dev.sockeye.engineio.client.NettyNetwork;
import dev.sockeye.examples.sticky.Events.Kept;
import dev.sockeye.examples.sticky.Events.Note;
import dev.sockeye.examples.sticky.Events.Welcome;
import dev.sockeye.examples.sticky.StickyContract.Visits;
import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.socketio.client.SocketIoClient;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sessions of Sockeye's own client, each with a jar and an address of its own: what {@code
 * node-visits.mjs} is for the official one.
 */
final class JavaVisits {
  private static final int AT_A_TIME = 40;
  private static final int NOTES = 5;
  private static final int PATIENCE_SECONDS = 60;

  private final Stage stage;
  private final Transport[] transports;
  private final boolean cookies;
  private final NettyNetwork network = NettyNetwork.create();

  private JavaVisits(Stage stage, boolean upgrades, boolean cookies) {
    this.stage = stage;
    this.transports = upgrades ? new Transport[] {POLLING, WEBSOCKET} : new Transport[] {POLLING};
    this.cookies = cookies;
  }

  /** As {@link StickyContract#visits}. */
  static Visits play(Stage stage, String transport, int sessions, String cookies) {
    JavaVisits visits =
        new JavaVisits(stage, transport.equals("upgrade"), cookies.equals("cookies"));
    ExecutorService visitors = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<String>> nodes = new ArrayList<>();
      for (int i = 0; i < sessions; i++) {
        int index = i;
        nodes.add(visitors.submit(() -> visits.visit(index)));
      }
      return report(nodes);
    } finally {
      visitors.shutdownNow();
      visits.network.close().join();
    }
  }

  private static Visits report(List<Future<String>> visits) {
    Map<String, Integer> nodes = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (Future<String> visit : visits) {
      try {
        nodes.merge(visit.get(), 1, Integer::sum);
      } catch (ExecutionException e) {
        problems.add(said(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while clients visit", e);
      }
    }
    return new Visits(visits.size(), nodes, problems);
  }

  /** What went wrong, and what had gone wrong before. */
  private static String said(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(text.isEmpty() ? "" : ": ").append(cause);
    }
    return text.toString();
  }

  /** Connects, and has notes kept, until the session has moved to a WebSocket where it should. */
  private String visit(int index) throws Exception {
    try (SocketIoClient client = client(index)) {
      ClientSocket socket = client.socket();
      CompletableFuture<Welcome> welcome = new CompletableFuture<>();
      CompletableFuture<Object> failure = new CompletableFuture<>();
      socket.onConnectError(failure::completeExceptionally);
      socket.onDisconnect(
          (reason, details) ->
              failure.completeExceptionally(
                  new IOException(
                      reason + (details == null ? "" : ": " + details.description()),
                      details == null ? null : details.error())));
      socket.once("welcome", Welcome.class, welcome::complete);
      socket.connect();
      String node = unlessItFails(welcome, failure).node();
      Set<String> keepers = new LinkedHashSet<>();
      for (int number = 0; number < NOTES || !hasArrived(client); number++) {
        Note note = new Note(socket.id().orElseThrow() + "." + number);
        keepers.add(unlessItFails(socket.emitWithAck("note", Kept.class, note), failure).node());
      }
      if (!keepers.equals(Set.of(node))) {
        throw new IllegalStateException(node + " became " + keepers);
      }
      return node;
    }
  }

  private SocketIoClient client(int index) throws IOException {
    String address = stage.network() + "." + (100 + index % 100);
    return SocketIoClient.builder("http://" + stage.network() + ".1:" + stage.port())
        .network(network)
        .localAddress(InetAddress.getByName(address))
        .transports(transports)
        .cookies(cookies ? CookieStore.inMemory() : CookieStore.none())
        .reconnection(false)
        .autoConnect(false)
        .build();
  }

  private boolean hasArrived(SocketIoClient client) {
    Transport last = transports[transports.length - 1];
    return client.engine().map(EngineConnection::transport).equals(Optional.of(last));
  }

  @SuppressWarnings("unchecked") // a failure never becomes a value
  private static <T> T unlessItFails(CompletableFuture<T> act, CompletableFuture<Object> failure)
      throws ExecutionException, InterruptedException, TimeoutException {
    return (T) CompletableFuture.anyOf(act, failure).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
