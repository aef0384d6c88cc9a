// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.socketio.client.ConnectException;
import dev.sockeye.socketio.client.DisconnectReason;
import dev.sockeye.socketio.client.DisconnectedException;
import dev.sockeye.socketio.client.SocketIoClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One client of a load test. Its listeners run on the I/O thread and never overlap. */
final class LoadClient {
  private final int number;
  private final LoadPlan plan;
  private final SocketIoClient client;
  private final ClientSocket socket;
  private final Measurements measurements;
  private final byte[] payload;

  /** When it began to connect. Written before listeners run. */
  private long began;

  /** When the next message is due. Used by the one thread that paces all clients. */
  private long due;

  /** Whether it is connected and has done what comes before the first message. */
  private volatile boolean isReady;

  /** Whether the attempt to connect has ended, well or not; set once. */
  private final AtomicBoolean isDecided = new AtomicBoolean();

  /** Whether its end is wanted. */
  private volatile boolean isClosing;

  LoadClient(
      int number,
      LoadPlan plan,
      SocketIoClient client,
      ClientSocket socket,
      Measurements measurements,
      byte[] payload) {
    this.number = number;
    this.plan = plan;
    this.client = client;
    this.socket = socket;
    this.measurements = measurements;
    this.payload = payload;
  }

  void begin() {
    began = System.nanoTime();
    measurements.asked();
    socket.onConnect(this::onConnect);
    socket.onConnectError(this::onConnectError);
    socket.onDisconnect((reason, details) -> onDisconnect(reason));
    if (plan.scenario() == Scenario.ROOM) {
      socket.on("load", (args, ack) -> onMessage(args));
    } else {
      socket.onAny((event, args, ack) -> measurements.received());
    }
    socket.connect();
  }

  private void onConnect() {
    decide();
    measurements.connected(System.nanoTime() - began);
    if (plan.scenario() != Scenario.ROOM) {
      isReady = true;
      return;
    }
    var unused =
        socket
            .timeout(plan.timeout())
            .emitWithAck("join", plan.roomOf(number))
            .whenComplete((rooms, error) -> onJoined(error));
  }

  private void onJoined(@Nullable Throwable error) {
    if (error != null) {
      onError(error);
    }
    isReady = error == null;
  }

  private void onConnectError(ConnectException error) {
    if (decide()) {
      measurements.error("connect: " + Client.reason(error));
    }
  }

  /** Whether this is the end of the attempt to connect. */
  private boolean decide() {
    boolean isFirst = isDecided.compareAndSet(false, true);
    if (isFirst) {
      measurements.answered();
    }
    return isFirst;
  }

  /** The test is over: who waits for a connection has waited in vain. */
  void giveUp() {
    if (decide()) {
      measurements.error("connect: not connected by the end of the test");
    }
  }

  private void onDisconnect(DisconnectReason reason) {
    measurements.disconnected();
    isReady = false;
    if (!isClosing) {
      measurements.error("disconnected: " + reason.text());
    }
  }

  /** The first message is due then. Called before {@link #sendWhatIsDue}, by the same thread. */
  void sendFrom(long nanoTime) {
    due = nanoTime;
  }

  /** Sends all messages that are due by now; a client that isn't connected loses its turn. */
  void sendWhatIsDue(long now) {
    for (; due - now <= 0; due += plan.interval()) {
      if (isReady) {
        send(due);
      }
    }
  }

  private void send(long dueAt) {
    try {
      measurements.sent();
      if (plan.scenario() == Scenario.ECHO) {
        ask(dueAt);
      } else {
        socket.emit("to", plan.roomOf(number), "load", dueAt, System.nanoTime(), payload);
      }
    } catch (RuntimeException e) {
      measurements.error("send: " + e.getMessage());
    }
  }

  private void ask(long dueAt) {
    long sentAt = System.nanoTime();
    measurements.asked();
    var unused =
        socket
            .timeout(plan.timeout())
            .emitWithAck("echo", (Object) payload)
            .whenComplete(
                (args, error) -> {
                  onAnswer(dueAt, sentAt, error);
                  measurements.answered();
                });
  }

  private void onAnswer(long dueAt, long sentAt, @Nullable Throwable error) {
    if (error != null) {
      onError(error);
      return;
    }
    long now = System.nanoTime();
    measurements.received();
    measurements.latency(now - dueAt, now - sentAt);
  }

  private void onMessage(Args args) {
    long now = System.nanoTime();
    measurements.received();
    measurements.latency(now - args.longInteger(0), now - args.longInteger(1));
  }

  private void onError(Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    if (cause instanceof DisconnectedException) {
      return; // counted once, as the disconnection
    }
    measurements.error(
        cause instanceof AckTimeoutException
            ? "no answer within " + DurationConverter.format(plan.timeout())
            : "answer: " + cause);
  }

  CompletableFuture<Void> close() {
    isClosing = true;
    return client.closeAsync();
  }
}
