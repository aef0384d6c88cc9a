// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.engineio.client.NettyNetwork;
import dev.sockeye.engineio.client.spi.Network;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.client.SocketIoClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs a load test: one thread lets clients begin and messages leave when they are due, the
 * network's threads do the rest.
 */
final class LoadRun {
  private static final long TICK_NANOS = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

  private final LoadPlan plan;
  private final ConnectionOptions connection;
  private final CompletableFuture<Void> stopped;
  private final Consumer<Sample> progress;
  private final Measurements measurements = new Measurements();
  private final List<LoadClient> clients = new ArrayList<>();
  private final byte[] payload;

  LoadRun(
      LoadPlan plan,
      ConnectionOptions connection,
      CompletableFuture<Void> stopped,
      Consumer<Sample> progress) {
    this.plan = plan;
    this.connection = connection;
    this.stopped = stopped;
    this.progress = progress;
    this.payload = new byte[plan.bytes()];
    new Random(1).nextBytes(payload);
  }

  /** Runs it to its end, or until it is stopped. */
  LoadResult run() throws InterruptedException {
    Network network = NettyNetwork.create();
    try {
      pace(network);
      settle();
      clients.forEach(LoadClient::giveUp);
      return measurements.result();
    } finally {
      close(network);
    }
  }

  private void pace(Network network) throws InterruptedException {
    long start = System.nanoTime();
    long end = start + plan.rampUp().toNanos() + plan.duration().toNanos();
    long nextSample = start + SECOND;
    for (long now = start; now - end < 0 && !stopped.isDone(); now = System.nanoTime()) {
      beginWhoIsDue(network, start, now);
      if (plan.scenario().sends()) {
        for (LoadClient client : clients) {
          client.sendWhatIsDue(now);
        }
      }
      if (now - nextSample >= 0) {
        progress.accept(measurements.sample((double) (now - start) / SECOND));
        nextSample += SECOND;
      }
      TimeUnit.NANOSECONDS.sleep(TICK_NANOS);
    }
    progress.accept(measurements.sample((double) (System.nanoTime() - start) / SECOND));
  }

  /** Connections and answers that are under way still count. */
  private void settle() throws InterruptedException {
    long end = System.nanoTime() + plan.timeout().toNanos();
    while (measurements.isWaiting() && System.nanoTime() - end < 0 && !stopped.isDone()) {
      TimeUnit.NANOSECONDS.sleep(TICK_NANOS);
    }
  }

  private void close(Network network) throws InterruptedException {
    CompletableFuture<?> closed =
        CompletableFuture.allOf(
            clients.stream().map(LoadClient::close).toArray(CompletableFuture<?>[]::new));
    Client.await(closed, LONGEST_CLOSE);
    network.close().join();
  }

  private void beginWhoIsDue(Network network, long start, long now) {
    double due = Math.min(plan.clients(), 1 + (now - start) * plan.arrival() / SECOND);
    while (clients.size() < (int) due) {
      LoadClient client = newClient(network, clients.size());
      // Spread, so that not all clients send in the same moment.
      client.sendFrom(now + Math.floorMod(clients.size() * 7_919L * 1_000, plan.interval()));
      clients.add(client);
      client.begin();
    }
  }

  private LoadClient newClient(Network network, int number) {
    SocketIoClient client =
        connection
            .builder()
            .network(network)
            .autoConnect(false)
            .reconnection(false)
            .dispatch(Dispatch.ioThread())
            .build();
    return new LoadClient(
        number, plan, client, client.socket(connection.namespace()), measurements, payload);
  }
}
