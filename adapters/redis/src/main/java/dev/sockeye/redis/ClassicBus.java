// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.adapter.Rooms;
import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.BusListener;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages as npm {@code @socket.io/redis-adapter} does, by {@code PUBLISH}: see {@link
 * ClassicProtocol}.
 */
final class ClassicBus implements Bus, RedisLink.Member {
  private final RedisLink link;
  private final String namespace;
  private final String uid;
  private final boolean answersPrivately;
  private final ClassicWriter writer;
  private final ClassicReader reader;
  private final String events;
  private final Topic requests;
  private final Topic responses;
  private final Publishing publishing;
  private final Intake intake = new Intake();

  /** Null before the start. Written before a message can come. */
  private volatile @Nullable BusListener listener;

  /**
   * @param answersPrivately whether answers go to who has asked alone, and not to all nodes
   */
  ClassicBus(
      RedisLink link,
      ClusterMessageCodec codec,
      String key,
      boolean answersPrivately,
      String namespace,
      String uid) {
    this.link = link;
    this.publishing = new Publishing(link);
    this.namespace = namespace;
    this.uid = uid;
    this.answersPrivately = answersPrivately;
    this.writer = new ClassicWriter(codec);
    this.reader = new ClassicReader(codec);
    this.events = ClassicProtocol.eventChannel(key, namespace);
    this.requests = Topic.channel(ClassicProtocol.requestChannel(key, namespace));
    this.responses = Topic.channel(ClassicProtocol.responseChannel(key, namespace));
  }

  @Override
  public CompletionStage<Void> start(BusListener begun) {
    listener = begun;
    intake.start(begun);
    return link.join(this);
  }

  @Override
  public CompletionStage<Void> close() {
    intake.stop();
    return link.leave(this);
  }

  @Override
  public Map<Topic, TopicListener> topics() {
    return Map.of(
        Topic.beginningWith(events),
        this::onEvent,
        requests,
        (channel, message) -> onRequest(message),
        responses,
        (channel, message) -> onResponse(message),
        own(),
        (channel, message) -> onResponse(message));
  }

  @Override
  public Topic own() {
    return privateResponses(uid);
  }

  private Topic privateResponses(String node) {
    return Topic.channel(responses.name() + node + "#");
  }

  @Override
  public void onLost(Throwable why) {
    intake.tell(listener -> listener.onLost(why));
  }

  @Override
  public void onRestored() {
    intake.tell(BusListener::onRestored);
  }

  @Override
  public boolean countsServers() {
    return true;
  }

  @Override
  public CompletionStage<Integer> serverCount() {
    return link.connections().thenCompose(redis -> redis.subscribers(requests));
  }

  // --- out

  @Override
  public void publish(Envelope envelope, PublishCallback callback) {
    ClusterMessage message = envelope.message();
    if (message instanceof ClusterMessage.Broadcast broadcast && broadcast.requestId() == null) {
      String channel = broadcast.singleRoom().map(room -> events + room + "#").orElse(events);
      byte[] event = writer.event(uid, broadcast.packet(), broadcast.options());
      publishing.publish(Topic.channel(channel), event, callback);
    } else {
      publishing.publish(requests, writer.request(uid, message), callback);
    }
  }

  @Override
  public CompletionStage<Void> send(String node, Envelope envelope) {
    ClusterMessage message = envelope.message();
    // This one alone all nodes hear always.
    boolean isShared = message instanceof ClusterMessage.ServerSideEmitResponse;
    Topic to = isShared ? responses : responsesTo(node);
    return publishing.publish(to, writer.response(message));
  }

  private Topic responsesTo(String node) {
    return answersPrivately && !node.isEmpty() ? privateResponses(node) : responses;
  }

  // --- in

  private void onEvent(String channel, byte[] message) {
    if (isForNobodyHere(channel)) {
      return;
    }
    intake.accept(() -> Optional.of(reader.event(message)));
  }

  /** Told by the channel alone, before anything is decoded. */
  private boolean isForNobodyHere(String channel) {
    BusListener here = listener;
    if (channel.length() <= events.length() || here == null) {
      return false;
    }
    String room = channel.substring(events.length(), channel.length() - 1);
    return here.rooms().members(room).isEmpty();
  }

  private void onRequest(byte[] message) {
    intake.accept(
        () -> {
          ClassicRequest request = reader.request(message);
          answerOldNode(request);
          return reader
              .message(request, namespace)
              .map(asked -> new Envelope(request.uid(), namespace, asked));
        });
  }

  private void onResponse(byte[] message) {
    if (!ClassicReader.isForOthers(message, this::isAwaited)) {
      intake.accept(() -> reader.response(message).map(each -> new Envelope("", namespace, each)));
    }
  }

  private boolean isAwaited(String requestId) {
    BusListener here = listener;
    return here != null && here.isAwaited(requestId);
  }

  /** Answers what only nodes before version 8 ask, and those of today for the rooms alone. */
  private void answerOldNode(ClassicRequest request) {
    BusListener here = listener;
    if (here == null || request.requestId().isEmpty() || request.uid().equals(uid)) {
      return;
    }
    Rooms rooms = here.rooms();
    Topic to = responsesTo(request.uid());
    String id = request.requestId();
    if (request.type() == ClassicProtocol.SOCKETS) {
      Set<String> wanted = request.fields().strings("rooms");
      List<String> ids = rooms.select(wanted, Set.of()).stream().map(LocalSocket::id).toList();
      publishing.publish(to, writer.response(id, "sockets", ids));
    } else if (request.type() == ClassicProtocol.ALL_ROOMS) {
      publishing.publish(to, writer.response(id, "rooms", rooms.names()));
    } else if (request.fields().find("sid") != null
        && !rooms.members(request.fields().string("sid")).isEmpty()) {
      publishing.publish(to, writer.done(id));
    }
  }
}
