// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.Handshake;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.CloseDetails;
import dev.sockeye.engineio.client.CloseReason;
import dev.sockeye.engineio.client.EngineClient;
import dev.sockeye.engineio.client.EngineConnection;
import dev.sockeye.engineio.client.EngineException;
import dev.sockeye.engineio.client.EngineListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A connection whose server is the test, and what its listener has heard, in words. */
final class ClientStory implements EngineListener {
  static final String OPEN =
      "0{\"sid\":\"abc\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,"
          + "\"pingTimeout\":20000,\"maxPayload\":20}";
  static final String OPEN_WITHOUT_UPGRADE = OPEN.replace("\"websocket\"", "");

  final LocalNetwork network;
  final EngineClient client;
  final EngineConnection connection;
  Consumer<ClientStory> onMessage = story -> {};
  private final List<String> events = new ArrayList<>();
  private @Nullable CloseDetails details;

  private ClientStory(LocalNetwork network, EngineClient client) {
    this.network = network;
    this.client = client;
    this.connection = client.open(this);
  }

  /** Begins a story; requests carry no timestamps. */
  static ClientStory begin(UnaryOperator<EngineClient.Builder> options) {
    return begin(LocalNetwork.scripted(), options);
  }

  static ClientStory begin(LocalNetwork network, UnaryOperator<EngineClient.Builder> options) {
    EngineClient.Builder builder =
        EngineClient.builder("http://host").network(network).timestampRequests(false);
    return new ClientStory(network, options.apply(builder).build());
  }

  static ClientStory begin() {
    return begin(builder -> builder);
  }

  /** A session over polling that will not be upgraded; the next call is its first real poll. */
  static ClientStory polling() {
    return polling(builder -> builder);
  }

  static ClientStory polling(UnaryOperator<EngineClient.Builder> options) {
    ClientStory story = begin(options);
    story.network.nextCall().respond(OPEN_WITHOUT_UPGRADE);
    return story;
  }

  /** Another connection of the same client. */
  ClientStory again() {
    return new ClientStory(network, client);
  }

  ClientStory send(String... messages) {
    for (String message : messages) {
      connection.send(RawData.text(message));
    }
    network.scheduler().runPending();
    return this;
  }

  ClientStory close() {
    connection.close();
    network.scheduler().runPending();
    return this;
  }

  ClientStory advance(Duration duration) {
    network.scheduler().advance(duration);
    return this;
  }

  /** What was heard since the last call. */
  List<String> events() {
    network.scheduler().runPending();
    List<String> result = List.copyOf(events);
    events.clear();
    return result;
  }

  CloseDetails details() {
    network.scheduler().runPending();
    return Objects.requireNonNull(details, "not closed");
  }

  EngineException error() {
    return Objects.requireNonNull(details().error(), "no error");
  }

  @Override
  public void onOpen(Handshake handshake) {
    events.add("open " + handshake.sid());
  }

  @Override
  public void onMessage(RawData message) {
    events.add("message " + message);
    onMessage.accept(this);
  }

  @Override
  public void onUpgrade(Transport to) {
    events.add("upgrade " + to);
  }

  @Override
  public void onUpgradeError(EngineException error) {
    events.add("upgrade error");
  }

  @Override
  public void onClose(CloseReason reason, CloseDetails details) {
    this.details = details;
    events.add("close: " + reason.text());
  }
}
