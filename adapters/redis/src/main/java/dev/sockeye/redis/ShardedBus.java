// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.RoomListener;
import dev.sockeye.socketio.adapter.Rooms;
import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.BusListener;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages as the sharded adapter of npm {@code @socket.io/redis-adapter} does, by {@code
 * SPUBLISH}.
 *
 * <pre>
 * socket.io#/chat#                    all messages but those below
 * socket.io#/chat#room1#              events for a room that has a channel of its own
 * socket.io#/chat#b0c22588a667a006#   answers for one node
 * </pre>
 */
final class ShardedBus implements Bus, RedisLink.Member, RoomListener {
  private final RedisLink link;
  private final ClusterMessageCodec codec;
  private final SubscriptionMode mode;
  private final String channel;
  private final String uid;
  private final Publishing publishing;
  private final Intake intake = new Intake();

  /** Null before the start. Written once, then. */
  private volatile @Nullable Rooms rooms;

  ShardedBus(
      RedisLink link,
      ClusterMessageCodec codec,
      String prefix,
      SubscriptionMode mode,
      String namespace,
      String uid) {
    this.link = link;
    this.publishing = new Publishing(link);
    this.codec = codec;
    this.mode = mode;
    this.channel = prefix + "#" + namespace + "#";
    this.uid = uid;
  }

  @Override
  public CompletionStage<Void> start(BusListener listener) {
    Rooms here = listener.rooms();
    rooms = here;
    intake.start(listener);
    CompletionStage<Void> started = link.join(this);
    here.addListener(this);
    return started;
  }

  @Override
  public CompletionStage<Void> close() {
    intake.stop();
    Rooms here = rooms;
    if (here != null) {
      here.removeListener(this);
      here.names().forEach(this::onDeleteRoom);
    }
    return link.leave(this);
  }

  @Override
  public Map<Topic, TopicListener> topics() {
    return Map.of(Topic.shard(channel), this::onMessage, own(), this::onMessage);
  }

  @Override
  public Topic own() {
    return sub(uid);
  }

  /** The channel of a node, or of a room. */
  private Topic sub(String name) {
    return Topic.shard(channel + name + "#");
  }

  @Override
  public void onCreateRoom(String room) {
    if (mode.separates(room)) {
      link.subscribe(sub(room), this::onMessage);
    }
  }

  @Override
  public void onDeleteRoom(String room) {
    if (mode.separates(room)) {
      link.unsubscribe(sub(room));
    }
  }

  @Override
  public void onLost(Throwable why) {
    intake.tell(listener -> listener.onLost(why));
  }

  @Override
  public void onRestored() {
    intake.tell(BusListener::onRestored);
  }

  private void onMessage(String from, byte[] message) {
    intake.accept(() -> Optional.of(codec.decode(message)));
  }

  @Override
  public boolean countsServers() {
    return true;
  }

  @Override
  public CompletionStage<Integer> serverCount() {
    return link.connections().thenCompose(redis -> redis.subscribers(Topic.shard(channel)));
  }

  @Override
  public void publish(Envelope envelope, PublishCallback callback) {
    Topic to = Topic.shard(channel);
    if (envelope.message() instanceof ClusterMessage.Broadcast broadcast) {
      to = broadcast.singleRoom().filter(mode::separates).map(this::sub).orElse(to);
    }
    publishing.publish(to, codec.encode(envelope), callback);
  }

  @Override
  public CompletionStage<Void> send(String node, Envelope envelope) {
    return publishing.publish(sub(node), codec.encode(envelope));
  }
}
