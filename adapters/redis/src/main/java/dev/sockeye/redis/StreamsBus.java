// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.BusHistory;
import dev.sockeye.socketio.adapter.spi.BusListener;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.MessageWriter;
import dev.sockeye.socketio.adapter.spi.PublishCallback;
import io.lettuce.core.XAddArgs;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Carries messages as npm {@code @socket.io/redis-streams-adapter} does: what must be kept as
 * entries of a stream, what wants answers, and the answers, by {@code PUBLISH}.
 *
 * <pre>
 * socket.io                             {@link StreamEntry entries}
 * socket.io#/chat#                      what wants answers, in MessagePack
 * socket.io#/chat#5eb47d9f8c67c8ba#     answers for one node, in MessagePack
 * </pre>
 */
final class StreamsBus implements Bus, RedisLink.Member, StreamReaders.Taker {
  private final RedisLink link;
  private final StreamReaders readers;
  private final StreamsSettings settings;
  private final ClusterMessageCodec codec;
  private final String namespace;
  private final String uid;
  private final String stream;
  private final String channel;
  private final StreamHistory history;
  private final Publishing publishing;
  private final Intake intake = new Intake();
  private final OwnEntries additions = new OwnEntries();

  StreamsBus(
      RedisLink link,
      StreamReaders readers,
      StreamsSettings settings,
      ClusterMessageCodec codec,
      String namespace,
      String uid) {
    this.link = link;
    this.publishing = new Publishing(link);
    this.readers = readers;
    this.settings = settings;
    this.codec = codec;
    this.namespace = namespace;
    this.uid = uid;
    this.stream = settings.streamOf(namespace);
    this.channel = settings.channelPrefix() + "#" + namespace + "#";
    this.history =
        new StreamHistory(link, codec, stream, namespace, settings.sessionKeyPrefix(), readers);
  }

  @Override
  public CompletionStage<Void> start(BusListener listener) {
    intake.start(listener);
    CompletionStage<Void> reading = readers.add(namespace, this);
    return link.join(this).thenCompose(joined -> reading);
  }

  @Override
  public CompletionStage<Void> close() {
    intake.stop();
    readers.remove(namespace, this);
    additions.close();
    return link.leave(this);
  }

  @Override
  public Map<Topic, TopicListener> topics() {
    return Map.of(topic(channel), this::onMessage, own(), this::onMessage);
  }

  @Override
  public Topic own() {
    return answersTo(uid);
  }

  private Topic answersTo(String node) {
    return topic(channel + node + "#");
  }

  private Topic topic(String name) {
    return settings.useShardedPubSub() ? Topic.shard(name) : Topic.channel(name);
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
    return link.connections().thenCompose(redis -> redis.subscribers(topic(channel)));
  }

  @Override
  public Optional<BusHistory> history() {
    return Optional.of(history);
  }

  // --- out

  @Override
  public void publish(Envelope envelope, PublishCallback callback) {
    if (wantsAnswers(envelope.message())) {
      publishing.publish(topic(channel), whole(envelope), callback);
    } else {
      add(StreamEntry.fields(envelope, codec, settings.onlyPlaintext()), callback);
    }
  }

  private static boolean wantsAnswers(ClusterMessage message) {
    return message instanceof ClusterMessage.FetchSockets
        || message instanceof ClusterMessage.ServerSideEmit
        || (message instanceof ClusterMessage.Broadcast broadcast && broadcast.requestId() != null);
  }

  @Override
  public CompletionStage<Void> send(String node, Envelope envelope) {
    return publishing.publish(answersTo(node), whole(envelope));
  }

  private byte[] whole(Envelope envelope) {
    return codec.toMessagePack(MessageWriter.envelope(envelope));
  }

  private void add(Map<String, byte[]> fields, PublishCallback callback) {
    int size = fields.values().stream().mapToInt(value -> value.length).sum();
    additions.add(callback);
    NotNow notNow = new NotNow();
    // Sockets here wait for the entry's place among others: rather none than no event.
    link.outbox()
        .sendNow(size, redis -> redis.commands().xadd(stream, trimming(), fields))
        .whenCompleteAsync(
            (id, error) -> {
              if (error == null) {
                additions.onAdded(callback, StreamOffset.parse(id));
              } else {
                intake.run(() -> additions.onFailed(callback, error));
              }
              readers.drain(stream);
            },
            notNow);
    notNow.end();
  }

  private XAddArgs trimming() {
    return new XAddArgs().maxlen(settings.maxLen()).approximateTrimming();
  }

  // --- in

  private void onMessage(String from, byte[] message) {
    intake.accept(() -> Optional.of(codec.decode(message)));
  }

  /** Leaves an entry until it is known whose it is. */
  @Override
  public boolean take(String from, StreamEntry entry) {
    if (!entry.uid().equals(uid)) {
      // What is in a stream that the official adapter doesn't read nobody can replay.
      Optional<String> offset =
          from.equals(stream) ? Optional.of(entry.id().toString()) : Optional.empty();
      intake.accept(() -> Optional.of(entry.envelope(codec)), offset);
      return true;
    }
    if (additions.isUncertain(entry.id())) {
      return false;
    }
    intake.run(() -> additions.onMet(entry.id()));
    return true;
  }
}
