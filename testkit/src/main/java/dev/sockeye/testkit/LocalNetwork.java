// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.client.spi.Deadlines;
import dev.sockeye.engineio.client.spi.HttpCall;
import dev.sockeye.engineio.client.spi.HttpCallback;
import dev.sockeye.engineio.client.spi.Network;
import dev.sockeye.engineio.client.spi.WebSocketCall;
import dev.sockeye.engineio.client.spi.WebSocketCallback;
import dev.sockeye.engineio.spi.Scheduler;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * A network without sockets, for clients: to a server in memory, or to nobody, so that the test
 * itself is the server and answers in wire strings. Time is that of a {@link ManualScheduler}.
 *
 * <pre>{@code
 * LocalNetwork network = LocalNetwork.scripted();
 * EngineClient client = EngineClient.builder("http://host").network(network).build();
 * EngineConnection connection = client.open(listener);
 * LocalCall poll = network.nextCall();                     // GET /engine.io/?EIO=4&transport=polling
 * poll.respond("0{\"sid\":\"abc\",…}");
 * LocalServerSocket socket = network.nextWebSocket().accept();
 * assertThat(socket.received()).containsExactly("2probe");
 * socket.send("3probe");
 * }</pre>
 *
 * <p>For one thread, the test's.
 */
public final class LocalNetwork implements Network {
  /** Where requests go. */
  interface Server {
    void onCall(LocalCall call);

    void onWebSocket(LocalServerSocket socket);
  }

  private final ManualScheduler scheduler;
  private final Server server;
  private final Queue<LocalCall> calls = new ArrayDeque<>();
  private final Queue<LocalServerSocket> sockets = new ArrayDeque<>();
  private final Deadlines deadlines = new Deadlines();
  private boolean closed;

  private LocalNetwork(ManualScheduler scheduler, Server server) {
    this.scheduler = scheduler;
    this.server = server;
  }

  /** A network whose servers are played by the test. */
  public static LocalNetwork scripted() {
    return new LocalNetwork(new ManualScheduler(), new Script());
  }

  /** A network where everything goes to one host, on the host's first thread. */
  public static LocalNetwork to(LocalHost host) {
    return new LocalNetwork(host.scheduler(), new LocalRoute(host));
  }

  @Override
  public ManualScheduler scheduler() {
    return scheduler;
  }

  @Override
  public Deadlines deadlines() {
    return deadlines;
  }

  @Override
  public Scheduler.Cancellable send(HttpCall call, Scheduler on, HttpCallback callback) {
    LocalCall made = new LocalCall(call, scheduler, callback);
    calls.add(made);
    server.onCall(made);
    return made;
  }

  @Override
  public Scheduler.Cancellable openWebSocket(
      WebSocketCall call, Scheduler on, WebSocketCallback callback) {
    LocalServerSocket made = new LocalServerSocket(call, scheduler, callback);
    sockets.add(made);
    server.onWebSocket(made);
    return made;
  }

  /** Ends nothing but itself: what is open is the test's to end. */
  @Override
  public CompletableFuture<Void> close() {
    closed = true;
    return CompletableFuture.completedFuture(null);
  }

  /** Whether it was closed. */
  public boolean isClosed() {
    return closed;
  }

  /**
   * The oldest HTTP request that this has not returned before. Runs what is pending first.
   *
   * @throws IllegalStateException if there is none
   */
  public LocalCall nextCall() {
    scheduler.runPending();
    LocalCall next = calls.poll();
    if (next == null) {
      throw new IllegalStateException("no further HTTP request");
    }
    return next;
  }

  /**
   * The oldest WebSocket handshake that this has not returned before. Runs what is pending first.
   *
   * @throws IllegalStateException if there is none
   */
  public LocalServerSocket nextWebSocket() {
    scheduler.runPending();
    LocalServerSocket next = sockets.poll();
    if (next == null) {
      throw new IllegalStateException("no further WebSocket handshake");
    }
    return next;
  }

  /** Whether {@link #nextCall} or {@link #nextWebSocket} would return something. */
  public boolean hasNext() {
    scheduler.runPending();
    return !calls.isEmpty() || !sockets.isEmpty();
  }

  /** Leaves every request to the test. */
  private static final class Script implements Server {
    @Override
    public void onCall(LocalCall call) {
      // The test answers.
    }

    @Override
    public void onWebSocket(LocalServerSocket socket) {
      // The test answers.
    }
  }
}
