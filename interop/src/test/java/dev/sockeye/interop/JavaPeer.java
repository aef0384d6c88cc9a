// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The official Java client, which keeps what it hears. */
final class JavaPeer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final Socket socket;
  private final String lastTransport;

  /** What happened, the event's name first. */
  private final BlockingQueue<List<Object>> heard = new LinkedBlockingQueue<>();

  /** Begins to connect, over one transport or, if it is {@code upgrade}, over both in turn. */
  JavaPeer(String url, String transport, Map<String, String> auth) {
    String[] transports =
        transport.equals("upgrade")
            ? new String[] {"polling", "websocket"}
            : new String[] {transport};
    this.lastTransport = transports[transports.length - 1];
    IO.Options options =
        IO.Options.builder()
            .setTransports(transports)
            .setForceNew(true)
            .setReconnectionDelay(10)
            .setAuth(auth)
            .build();
    this.socket = IO.socket(URI.create(url), options);
    for (String event :
        List.of("auth", "echo", "heard", "you-said", "connect_error", "disconnect")) {
      socket.on(event, args -> heard.add(entry(event, args)));
    }
    socket.connect();
  }

  /** Is connected, and has changed its transport if it will. */
  JavaPeer settled() {
    next("auth");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!ask("transport")[0].equals(lastTransport)) {
      assertThat(System.nanoTime())
          .as("the time when it is at %s", lastTransport)
          .isLessThan(deadline);
    }
    return this;
  }

  String id() {
    return socket.id();
  }

  void emit(String event, Object... args) {
    socket.emit(event, args);
  }

  /** Sends an event and waits for the ack. */
  Object[] ask(String event, Object... args) {
    CompletableFuture<Object[]> answer = new CompletableFuture<>();
    socket.emit(event, args, (Ack) answer::complete);
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Answers the server's question with its own arguments, the last first. */
  void answerInReverse() {
    socket.on(
        "question",
        args -> {
          Ack ack = (Ack) args[args.length - 1];
          ack.call(args[1], args[0]);
        });
  }

  /** The arguments of the next thing heard, which must be of this name. */
  List<Object> next(String event) {
    try {
      List<Object> next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("the next event, which should be %s", event).isNotNull();
      assertThat(next.get(0)).as("the next event, %s", next).isEqualTo(event);
      return next.subList(1, next.size());
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for " + event, e);
    }
  }

  private static List<Object> entry(String event, Object[] args) {
    Object[] entry = new Object[args.length + 1];
    entry[0] = event;
    System.arraycopy(args, 0, entry, 1, args.length);
    return Arrays.asList(entry);
  }

  @Override
  public void close() {
    socket.disconnect();
  }
}
