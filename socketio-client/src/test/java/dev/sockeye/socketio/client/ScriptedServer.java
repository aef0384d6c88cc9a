// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.spi.Deadlines;
import dev.sockeye.engineio.client.spi.HttpCall;
import dev.sockeye.engineio.client.spi.HttpCallback;
import dev.sockeye.engineio.client.spi.Network;
import dev.sockeye.engineio.client.spi.WebSocketCall;
import dev.sockeye.engineio.client.spi.WebSocketCallback;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.testkit.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A server whose part the test plays, over WebSockets in memory: nothing happens but what the test
 * lets happen, in its thread and its time.
 */
final class ScriptedServer implements Network {
  final ManualScheduler scheduler = new ManualScheduler();
  private final Scheduler thread;
  private final Consumer<ScriptedPeer> onAttempt;
  private final Deadlines deadlines = new Deadlines();

  /** What listeners threw, as {@code event: message}. */
  final List<String> errors = new ArrayList<>();

  /** The attempts to connect, the newest last. */
  final List<ScriptedPeer> peers = new ArrayList<>();

  ScriptedServer() {
    thread = scheduler;
    onAttempt = peer -> {};
  }

  private ScriptedServer(Consumer<ScriptedPeer> onAttempt) {
    this.thread = new PromptScheduler(scheduler);
    this.onAttempt = peer -> scheduler.execute(() -> onAttempt.accept(peer));
  }

  /**
   * A server that answers each attempt before the client can do anything else: whatever the client
   * hands to the network's thread has been done when the call returns.
   *
   * @param answer opens the session, or refuses
   */
  static ScriptedServer prompt(Consumer<ScriptedPeer> answer) {
    return new ScriptedServer(answer);
  }

  /** Options for a client of this server that waits 1, 2, 4, 5, 5… seconds between attempts. */
  SocketIoClient.Builder client() {
    return client("http://server.example");
  }

  SocketIoClient.Builder client(String uri) {
    return SocketIoClient.builder(uri)
        .network(this)
        .transports(Transport.WEBSOCKET)
        .dispatch(Dispatch.ioThread())
        .randomizationFactor(0)
        .onError((error, socket, event) -> errors.add(event + ": " + error.getMessage()));
  }

  /** Opens the session of the newest attempt. */
  ScriptedPeer accept() {
    return newest().open();
  }

  /** Opens the session of the newest attempt, and lets the main namespace in. */
  ScriptedPeer join() {
    ScriptedPeer peer = accept();
    peer.receive();
    return peer.send("40{\"sid\":\"id" + peers.size() + "\"}");
  }

  /** The newest attempt. */
  ScriptedPeer newest() {
    run();
    return peers.get(peers.size() - 1);
  }

  void run() {
    scheduler.runPending();
  }

  void advance(Duration time) {
    scheduler.advance(time);
  }

  @Override
  public Scheduler scheduler() {
    return thread;
  }

  @Override
  public Deadlines deadlines() {
    return deadlines;
  }

  @Override
  public Scheduler.Cancellable send(HttpCall call, Scheduler caller, HttpCallback callback) {
    throw new UnsupportedOperationException("only WebSockets are in this script: " + call);
  }

  @Override
  public Scheduler.Cancellable openWebSocket(
      WebSocketCall call, Scheduler caller, WebSocketCallback callback) {
    ScriptedPeer peer = new ScriptedPeer(this, call, callback);
    peers.add(peer);
    onAttempt.accept(peer);
    return peer::giveUp;
  }

  @Override
  public CompletableFuture<Void> close() {
    return CompletableFuture.completedFuture(null);
  }
}
