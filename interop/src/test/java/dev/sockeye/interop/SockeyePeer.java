// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.EngineConnection;
import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.socketio.client.SocketIoClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Our client, which keeps what it hears. */
final class SockeyePeer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final SocketIoClient client;
  private final ClientSocket socket;
  private final Transport lastTransport;

  /** What the server sent, the event's name first. */
  private final BlockingQueue<List<Object>> events = new LinkedBlockingQueue<>();

  /** What else happened. */
  private final BlockingQueue<List<Object>> turns = new LinkedBlockingQueue<>();

  private SockeyePeer(
      SocketIoClient client, String namespace, Transport lastTransport, Object auth) {
    this.client = client;
    this.lastTransport = lastTransport;
    this.socket = client.socket(namespace, options -> options.auth(auth));
    socket.onAny((event, args, ack) -> hear(events, event, args.toList()));
    socket.onConnect(() -> hear(turns, "connect", List.of(socket.isRecovered())));
    socket.onConnectError(
        error -> hear(turns, "connect_error", Arrays.asList(error.getMessage(), error.data())));
    socket.onDisconnect((reason, details) -> hear(turns, "disconnect", List.of(reason.text())));
    socket.connect();
  }

  /** Begins to connect, over one transport or, if it is {@code upgrade}, over both in turn. */
  static SockeyePeer open(
      String url, String transport, UnaryOperator<SocketIoClient.Builder> options, Object auth) {
    Transport[] transports = transports(transport);
    SocketIoClient.Builder builder =
        SocketIoClient.builder(url)
            .autoConnect(false)
            .transports(transports)
            .reconnectionDelay(Duration.ofMillis(10))
            .reconnectionDelayMax(Duration.ofMillis(100));
    return new SockeyePeer(
        options.apply(builder).build(), "/", transports[transports.length - 1], auth);
  }

  /** Another namespace over the same connection. */
  SockeyePeer beside(String namespace, Object auth) {
    return new SockeyePeer(client, namespace, lastTransport, auth);
  }

  static Transport[] transports(String name) {
    return switch (name) {
      case "polling" -> new Transport[] {Transport.POLLING};
      case "websocket" -> new Transport[] {Transport.WEBSOCKET};
      default -> new Transport[] {Transport.POLLING, Transport.WEBSOCKET};
    };
  }

  /** Has changed its transport if it will; each question is a turn of the server. */
  SockeyePeer settled() {
    long deadline = deadline();
    while (engine().transport() != lastTransport) {
      ask("echo-ack", 0);
      assertThat(System.nanoTime()).as("the time at %s", lastTransport).isLessThan(deadline);
    }
    return this;
  }

  /** Has nothing under way any more: what is sent now leaves at once. */
  SockeyePeer writable() {
    long deadline = deadline();
    while (!engine().isWritable()) {
      Thread.onSpinWait();
      assertThat(System.nanoTime()).as("the time when it is writable").isLessThan(deadline);
    }
    return this;
  }

  private EngineConnection engine() {
    return client.engine().orElseThrow();
  }

  private static long deadline() {
    return System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
  }

  ClientSocket socket() {
    return socket;
  }

  SocketIoClient client() {
    return client;
  }

  void emit(String event, @Nullable Object... args) {
    socket.emit(event, args);
  }

  /** Sends an event and waits for the answer. */
  List<Object> ask(String event, @Nullable Object... args) {
    Duration patience = Duration.ofSeconds(PATIENCE_SECONDS);
    return socket.timeout(patience).emitWithAck(event, args).join().toList();
  }

  /** The arguments of the next event, which must be of this name. */
  List<Object> next(String event) {
    return next(events, event);
  }

  /** Is connected now; whether it was recovered. */
  boolean connected() {
    return (Boolean) next(turns, "connect").get(0);
  }

  /** Was refused; the message, and the data if there are any. */
  List<Object> refused() {
    return next(turns, "connect_error");
  }

  /** Is disconnected; the reason. */
  String disconnected() {
    return (String) next(turns, "disconnect").get(0);
  }

  private static List<Object> next(BlockingQueue<List<Object>> heard, String name) {
    try {
      List<Object> next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("what comes next, which should be %s", name).isNotNull();
      assertThat(next.get(0)).as("what comes next, %s", next).isEqualTo(name);
      return next.subList(1, next.size());
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for " + name, e);
    }
  }

  private static void hear(
      BlockingQueue<List<Object>> heard, String name, List<@Nullable Object> args) {
    List<Object> entry = new ArrayList<>(List.of(name));
    entry.addAll(args);
    heard.add(entry);
  }

  @Override
  public void close() {
    client.close();
  }
}
