// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * A host without sockets: requests and WebSockets are objects in memory, threads are {@link
 * ManualScheduler}s, and nothing happens but what the test lets happen.
 *
 * <pre>{@code
 * EngineServer engine = EngineServer.create(EngineOptions.builder().build());
 * RawPeer peer = LocalHost.of(engine).peer().open();
 * LocalExchange poll = peer.get();
 * peer.post("4hello");
 * assertThat(poll.body()).isEqualTo("4hello");
 * }</pre>
 */
public final class LocalHost {
  static final InetSocketAddress CLIENT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);

  private final HttpHandler handler;
  private final String path;
  private final List<ManualScheduler> schedulers;

  private LocalHost(HttpHandler handler, String path, List<ManualScheduler> schedulers) {
    this.handler = handler;
    this.path = path;
    this.schedulers = List.copyOf(schedulers);
  }

  /** A host with one thread for an engine; peers use the engine's path. */
  public static LocalHost of(EngineServer engine) {
    return of(engine, new ManualScheduler());
  }

  /** A host for an engine with a thread for each scheduler. */
  public static LocalHost of(EngineServer engine, ManualScheduler... schedulers) {
    return new LocalHost(engine, engine.options().path() + "/", List.of(schedulers));
  }

  /** A host with one thread for any handler. */
  public static LocalHost of(HttpHandler handler, String path) {
    return new LocalHost(handler, path, List.of(new ManualScheduler()));
  }

  /** The first, or only, thread. */
  public ManualScheduler scheduler() {
    return schedulers.get(0);
  }

  /** The path that its peers use. */
  public String path() {
    return path;
  }

  /** Runs what is pending, on all threads, until nothing is left to do at this time. */
  public void runPending() {
    int ran;
    do {
      ran = schedulers.stream().mapToInt(ManualScheduler::runPending).sum();
    } while (ran > 0);
  }

  /** Lets time pass on all threads, a millisecond at a time if there are several. */
  public void advance(Duration duration) {
    runPending();
    if (schedulers.size() == 1) {
      scheduler().advance(duration);
      return;
    }
    for (long millis = duration.toMillis(); millis > 0; millis--) {
      schedulers.forEach(each -> each.advance(Duration.ofMillis(1)));
      runPending();
    }
  }

  /** The number of timers that wait, on all threads. */
  public int pendingTimers() {
    return schedulers.stream().mapToInt(ManualScheduler::pendingTimers).sum();
  }

  /** A client whose connections are on the first thread. */
  public RawPeer peer() {
    return peer(0);
  }

  /** A client whose connections are on one of the threads. */
  public RawPeer peer(int thread) {
    return new RawPeer(this, schedulers.get(thread));
  }

  /** Submits a request; it is handled when the scheduler runs. Its body is to follow. */
  public LocalExchange submit(LocalRequest request, ManualScheduler scheduler) {
    LocalExchange exchange = new LocalExchange(request, scheduler);
    scheduler.execute(() -> dispatch(exchange));
    return exchange;
  }

  /** Submits a request for a WebSocket; it is handled when the scheduler runs. */
  public LocalUpgrade submitUpgrade(LocalRequest request, ManualScheduler scheduler) {
    LocalUpgrade exchange = new LocalUpgrade(request, scheduler);
    scheduler.execute(() -> dispatch(exchange));
    return exchange;
  }

  private void dispatch(LocalExchange exchange) {
    if (handler instanceof EngineServer engine && !engine.handles(exchange.path())) {
      exchange.respond(HttpResponse.empty(404));
    } else {
      handler.handle(exchange);
    }
  }
}
