// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.ClusterAdapter;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.BusListener;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The bus of docs/adapters.md. */
// tag::bus[]
final class BrokerBus implements Bus {
  private final Broker broker;
  private final String toAll;
  private final String uid;
  private final ClusterMessageCodec codec;
  private Runnable unsubscribe = () -> {};

  BrokerBus(Broker broker, String namespace, String uid, ClusterMessageCodec codec) {
    this.broker = broker;
    this.toAll = "socket.io#" + namespace + "#";
    this.uid = uid;
    this.codec = codec;
  }

  @Override
  public CompletionStage<Void> start(BusListener listener) {
    Runnable all = broker.subscribe(toAll, message -> receive(listener, message));
    Runnable one = broker.subscribe(toOne(uid), message -> receive(listener, message));
    unsubscribe =
        () -> {
          all.run();
          one.run();
        };
    return CompletableFuture.completedFuture(null);
  }

  private String toOne(String node) {
    return toAll + node + "#";
  }

  private void receive(BusListener listener, byte[] message) {
    try {
      listener.onMessage(codec.decode(message), Optional.empty());
    } catch (ParseException e) {
      listener.onGarbage(e);
    }
  }

  @Override
  public void publish(Envelope envelope, PublishCallback callback) {
    broker.publish(toAll, codec.encode(envelope), () -> callback.onPublished(Optional.empty()));
  }

  @Override
  public CompletionStage<Void> send(String node, Envelope envelope) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    broker.publish(toOne(node), codec.encode(envelope), () -> sent.complete(null));
    return sent;
  }

  @Override
  public boolean countsServers() {
    return false; // so the nodes find each other by heartbeats
  }

  @Override
  public CompletionStage<Void> close() {
    unsubscribe.run();
    CompletableFuture<Void> last = new CompletableFuture<>();
    broker.publish(toAll, new byte[0], () -> last.complete(null)); // behind all calls that go on
    return last;
  }

  // end::bus[]
  // tag::factory[]
  static AdapterFactory adapter(Broker broker, ClusterOptions options) {
    ClusterMessageCodec codec = ClusterMessageCodec.of(options.json());
    return ClusterAdapter.factory(
        (namespace, uid) -> new BrokerBus(broker, namespace, uid, codec), options);
  }
  // end::factory[]
}
