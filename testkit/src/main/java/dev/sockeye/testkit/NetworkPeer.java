// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.ClientProxy;
import dev.sockeye.engineio.client.ClientTls;
import dev.sockeye.engineio.client.spi.HttpCall;
import dev.sockeye.engineio.client.spi.Network;
import dev.sockeye.engineio.client.spi.Route;
import dev.sockeye.engineio.client.spi.WebSocketCall;
import dev.sockeye.engineio.client.spi.WebSocketTerms;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A test's hold on a network and one of its threads: makes requests to a {@link WireServer}, and
 * closes the network at the end.
 */
public final class NetworkPeer implements AutoCloseable {
  /** The limit of each body and message. */
  public static final int MAX_BYTES = 1000;

  private static final int PATIENCE_SECONDS = 20;

  private final Network network;
  private final Scheduler scheduler;
  private Route route;

  /** On a network of its own, to a server on this machine. */
  public NetworkPeer(Network network, int port) {
    this.network = network;
    this.scheduler = network.scheduler();
    this.route = new Route("localhost", port, null, null, null, Duration.ofSeconds(10));
  }

  /** Talks to another host. */
  public NetworkPeer host(String host) {
    return to(host, route.tls(), route.proxy(), route.localAddress(), route.connectTimeout());
  }

  /** Encrypts. */
  public NetworkPeer tls(ClientTls tls) {
    return to(route.host(), tls, route.proxy(), route.localAddress(), route.connectTimeout());
  }

  /** Goes through a proxy. */
  public NetworkPeer proxy(ClientProxy proxy) {
    return to(route.host(), route.tls(), proxy, route.localAddress(), route.connectTimeout());
  }

  /** Connects from an address of this machine. */
  public NetworkPeer from(InetAddress address) {
    return to(route.host(), route.tls(), route.proxy(), address, route.connectTimeout());
  }

  /** Has less time to connect. */
  public NetworkPeer connectTimeout(Duration timeout) {
    return to(route.host(), route.tls(), route.proxy(), route.localAddress(), timeout);
  }

  private NetworkPeer to(
      String host,
      @Nullable ClientTls tls,
      @Nullable ClientProxy proxy,
      @Nullable InetAddress from,
      Duration timeout) {
    route = new Route(host, route.port(), tls, proxy, from, timeout);
    return this;
  }

  /** Makes a GET. */
  public NetworkRecorder get(String target) {
    return request("GET", target, null);
  }

  /** Makes a POST of a text. */
  public NetworkRecorder post(String target, String body) {
    return request("POST", target, RawData.text(body));
  }

  /** Makes a request. */
  public NetworkRecorder request(String method, String target, @Nullable RawData body) {
    HttpCall call =
        new HttpCall(route, method, target, Headers.of("Accept", "*/*"), body, MAX_BYTES);
    return begin(recorder -> network.send(call, scheduler, recorder));
  }

  /** Opens a WebSocket that offers no compression. */
  public NetworkRecorder webSocket(String target) {
    return webSocket(target, new WebSocketTerms(MAX_BYTES, false, 0), List.of(), opened -> {});
  }

  /** Opens a WebSocket. */
  public NetworkRecorder webSocket(
      String target,
      WebSocketTerms terms,
      List<String> protocols,
      Consumer<WebSocketConnection> onOpen) {
    WebSocketCall call =
        new WebSocketCall(route, target, Headers.of("Cookie", "a=1"), protocols, terms);
    return begin(recorder -> network.openWebSocket(call, scheduler, recorder.onOpen(onOpen)));
  }

  private NetworkRecorder begin(Function<NetworkRecorder, Scheduler.Cancellable> act) {
    NetworkRecorder recorder = new NetworkRecorder(scheduler);
    scheduler.execute(() -> recorder.cancellable(act.apply(recorder)));
    return recorder;
  }

  /** Has the connections closed that wait for another request. */
  public void closeIdle() {
    onThread(() -> network.closeIdle(scheduler));
  }

  /** Runs a task on the network's thread and waits for it. */
  public void onThread(Runnable task) {
    CompletableFuture.runAsync(task, scheduler)
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public void close() {
    network.close().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
