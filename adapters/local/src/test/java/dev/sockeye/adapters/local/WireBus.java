// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.adapter.SocketSession;
import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.BusHistory;
import dev.sockeye.socketio.adapter.spi.BusListener;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A bus whose backend is the test: what the node says is there as JSON, what others say comes as
 * JSON, and each publication waits for the backend's word. Its offsets are numbers.
 */
final class WireBus implements Bus, BusHistory {
  /** What the node has said, to all and to one; its id is {@code me}. */
  final List<String> said = new ArrayList<>();

  /** The sessions that are kept. */
  final List<SocketSession> sessions = new ArrayList<>();

  private final ClusterMessageCodec codec = ClusterMessageCodec.create();
  private final Queue<PublishCallback> unanswered = new ArrayDeque<>();
  private final String uid;
  private final boolean remembers;

  /** Whether the next message can't be encoded. */
  private boolean isPicky;

  /** How far the node has read. */
  private int offset;

  /** Set when the bus is started. */
  private BusListener listener;

  WireBus(String uid, boolean remembers) {
    this.uid = uid;
    this.remembers = remembers;
  }

  // --- what the test says

  /** Another node, or somebody else, says something. */
  void hear(String json) {
    listener.onMessage(codec.decode(json.getBytes(UTF_8)), Optional.empty());
  }

  /** The same, at a place in the history. */
  void hear(int place, String json) {
    listener.onMessage(codec.decode(json.getBytes(UTF_8)), Optional.of("" + place));
    offset = place;
  }

  /** Something was read that concerns another namespace. */
  void pass(int place) {
    offset = place;
  }

  /** The backend has the oldest publication of which it has said nothing yet. */
  void confirm() {
    unanswered.remove().onPublished(Optional.empty());
  }

  /** The backend doesn't take it. */
  void refuse() {
    unanswered.remove().onFailure(new IllegalStateException("refused"));
  }

  /** The backend says nothing of it for now; later it can be answered by who takes it here. */
  PublishCallback leaveOpen() {
    return unanswered.remove();
  }

  /** The next message can't be written. */
  void bePicky() {
    isPicky = true;
  }

  void lose() {
    listener.onLost(new IllegalStateException("lost"));
  }

  void restore() {
    listener.onRestored();
  }

  /** The id of the request in what was said last. */
  String requestId() {
    String last = said.get(said.size() - 1);
    int from = last.indexOf("\"requestId\":\"") + 13;
    return last.substring(from, last.indexOf('"', from));
  }

  // --- Bus

  private void say(Envelope envelope) {
    said.add(new String(codec.encode(envelope), UTF_8).replace(uid, "me"));
  }

  @Override
  public CompletionStage<Void> start(BusListener started) {
    listener = started;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> close() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void publish(Envelope envelope, PublishCallback callback) {
    if (isPicky) {
      isPicky = false;
      throw new IllegalArgumentException("this can't be written");
    }
    say(envelope);
    unanswered.add(callback);
  }

  @Override
  public CompletionStage<Void> send(String node, Envelope envelope) {
    say(envelope);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean countsServers() {
    return false;
  }

  @Override
  public Optional<BusHistory> history() {
    return remembers ? Optional.of(this) : Optional.empty();
  }

  // --- BusHistory

  @Override
  public String offset() {
    return "" + offset;
  }

  @Override
  public boolean isOffset(String text) {
    return text.matches("\\d+");
  }

  @Override
  public int compare(String first, String second) {
    return Integer.compare(Integer.parseInt(first), Integer.parseInt(second));
  }

  @Override
  public CompletionStage<Optional<List<Kept>>> replay(String after, String upTo) {
    return CompletableFuture.completedFuture(Optional.of(List.of()));
  }

  @Override
  public CompletionStage<Void> persistSession(SocketSession session, Duration keep) {
    sessions.add(session);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Optional<SocketSession>> takeSession(String pid) {
    return CompletableFuture.completedFuture(
        sessions.stream().filter(session -> session.pid().equals(pid)).findFirst());
  }
}
