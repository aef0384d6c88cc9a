// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.server.SocketIoServer;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Many clients that come, have their messages echoed and go: afterwards the server must hold
 * nothing of theirs. In full size, with 10,000 connections and 1,000,000 messages: run {@link
 * #main}.
 *
 * <p>The clients are the JDK's, so that what Netty holds is the server's.
 */
public final class Soak implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String ROOM = "everyone";

  // Clients that connect at the same time; more would overflow the backlog of the listening socket.
  private static final int AT_ONCE = 100;

  private final SocketIoServer io = SocketIoServer.create();
  private final Listening server;

  /** Starts the server. */
  public Soak() {
    io.onConnection(
        socket -> {
          socket.join(ROOM);
          socket.on("echo", (args, ack) -> socket.emit("echo", ConformanceSuite.spread(args)));
        });
    server = io.listen(0);
  }

  /** Runs it; the arguments are the numbers of connections and of messages. */
  public static void main(String[] args) {
    int connections = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int messages = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    try (Soak soak = new Soak()) {
      System.out.println("first round:  " + soak.round(connections, messages));
      System.out.println("second round: " + soak.round(connections, messages));
    }
  }

  /**
   * What the server holds.
   *
   * @param sessions its open Engine.IO sessions
   * @param sockets the sockets of its main namespace
   * @param members the sockets in the room that every client joins
   * @param directBytes the memory that Netty has taken outside the heap, used or kept for use
   */
  public record Holdings(int sessions, int sockets, int members, long directBytes) {}

  /**
   * Connects clients, lets each have its share of the messages echoed, and disconnects them.
   *
   * @return what the server holds when it has taken notice
   */
  public Holdings round(int connections, int messages) {
    List<SoakClient> clients = new ArrayList<>(connections);
    while (clients.size() < connections) {
      int count = Math.min(AT_ONCE, connections - clients.size());
      List<SoakClient> batch = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        batch.add(new SoakClient(server.port()));
      }
      batch.forEach(client -> await(client.joined()));
      clients.addAll(batch);
    }
    int share = messages / connections;
    clients.forEach(client -> client.echo(share));
    clients.forEach(client -> await(client.echoed()));
    clients.forEach(SoakClient::disconnect);
    await(() -> io.engine().sessionCount() == 0 && io.of("/").sockets().isEmpty());
    return holdings();
  }

  /** What the server holds now. */
  public Holdings holdings() {
    return new Holdings(
        io.engine().sessionCount(),
        io.of("/").sockets().size(),
        io.in(ROOM).fetchSockets().join().size(),
        ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric().usedDirectMemory());
  }

  private static void await(CompletableFuture<?> future) {
    try {
      future.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      throw new IllegalStateException("a client of the soak failed", e.getCause());
    }
  }

  /** The server hears of its clients' leaving when the network tells it, and tells nobody. */
  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the server still holds sessions", new TimeoutException("" + PATIENCE));
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
